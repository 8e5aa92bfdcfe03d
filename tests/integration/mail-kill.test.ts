/** A server killed in the middle of sending: after its restart no mail is lost, none comes as two different ones. */
import { afterAll, expect, it } from 'vitest'
import type { BoardAnswer } from '#shared/convocation.ts'
import { api, signIn } from '#tests/support/client.ts'
import { pause, startServer } from '#tests/support/server.ts'
import { startSmtp } from '#tests/support/smtp.ts'

const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

it('loses nothing and doubles nothing that the mail server did not already hold', async () => {
  let die: (() => Promise<void>) | undefined
  let kills = 0
  const smtp = await startSmtp({
    async taking() {
      const kill = die
      die = undefined
      if (!kill) return
      // Taken, and not told so: the worst moment.
      await kill()
      kills += 1
    },
  })
  closing.push(smtp.close)
  const server = await startServer({ env: { SMTP_URL: smtp.url, MAIL_FROM: 'formation@exemple.fr' } })
  closing.push(server.stop)
  const { trainer, class: klass, participants } = server.access
  const login = await signIn(server.url, trainer.login, trainer.password)
  const path = `/api/classes/${klass.id}/convocations`
  const reply = await api(login, path, { body: { kind: 'invitation' } })
  expect(await reply.json()).toEqual({ queued: 12 })

  for (const taken of [3, 7]) {
    await smtp.until(taken)
    die = () => server.kill()
    for (const before = kills; kills === before; ) await pause(10)
    await server.restart()
  }
  await boardUntil(({ people }) => people.every(({ mail }) => mail?.state === 'sent'))

  const addresses = smtp.mails.flatMap(({ to }) => (to && !Array.isArray(to) ? to.value[0]!.address! : []))
  expect(new Set(addresses)).toEqual(new Set(participants.map((person) => person.login)))
  expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(12)
  expect(kills).toBe(2)
  expect(smtp.mails.length).toBeLessThanOrEqual(12 + kills)

  async function boardUntil(when: (board: BoardAnswer) => boolean) {
    for (const deadline = Date.now() + 30_000; ; await pause(50)) {
      const board = (await (await api(login, path)).json()) as BoardAnswer
      if (when(board)) return
      if (Date.now() > deadline) throw new Error(JSON.stringify(board.people.map(({ mail }) => mail)))
    }
  }
})
