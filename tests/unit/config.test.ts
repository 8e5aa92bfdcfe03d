import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '#server/config.ts'

const read = (env: Record<string, string>) => readConfig(env, '/srv/estrade')

describe('configuration', () => {
  it('needs nothing', () => {
    expect(read({})).toEqual({
      port: 4600,
      dataDir: '/srv/estrade/data',
      secure: false,
      media: 'embedded',
      demo: true,
      keep: { classes: 1826, words: 365 },
      trustProxy: 0,
      logLevel: 'info',
    })
  })

  it('takes every variable', () => {
    const config = read({
      PORT: '8080',
      HOST: '127.0.0.1',
      ESTRADE_DATA: '/var/lib/estrade',
      DATABASE_URL: 'postgres://estrade:secret@db:5432/estrade',
      PUBLIC_URL: 'https://classe.exemple.fr/',
      SMTP_URL: 'smtps://user:secret@mail.exemple.fr',
      MAIL_FROM: 'Formation <formation@exemple.fr>',
      MEDIA: 'janus',
      JANUS_URL: 'wss://janus.exemple.fr',
      TURN_URL: 'turn:turn.exemple.fr:3478?transport=udp',
      TURN_SECRET: '0123456789abcdef',
      ESTRADE_DEMO: '0',
      METRICS_TOKEN: '0123456789abcdef',
      TRUST_PROXY: '1',
      LOG_LEVEL: 'warn',
    })
    expect(config).toMatchObject({
      port: 8080,
      dataDir: '/var/lib/estrade',
      publicUrl: 'https://classe.exemple.fr',
      secure: true,
      media: 'janus',
      demo: false,
      trustProxy: 1,
    })
  })

  it('takes an empty value as unset', () => {
    expect(read({ PORT: '', PUBLIC_URL: ' ' })).toMatchObject({ port: 4600, secure: false })
  })

  const wrong: [env: Record<string, string>, name: string, got: string, wants: string][] = [
    [{ PORT: 'abc' }, 'PORT', '"abc"', 'a port number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT', '"70000"', 'a port number'],
    [{ PORT: '-1' }, 'PORT', '"-1"', 'a port number'],
    [{ HOST: 'a b' }, 'HOST', '"a b"', 'a host name'],
    [{ PUBLIC_URL: 'classe.exemple.fr' }, 'PUBLIC_URL', '"classe.exemple.fr"', 'https://classe.exemple.fr'],
    [
      { PUBLIC_URL: 'https://exemple.fr/classe' },
      'PUBLIC_URL',
      '"https://exemple.fr/classe"',
      'without a path',
    ],
    [{ PUBLIC_URL: 'ftp://exemple.fr' }, 'PUBLIC_URL', '"ftp://exemple.fr"', 'an address'],
    [{ DATABASE_URL: 'mysql://u:hunter2@db/x' }, 'DATABASE_URL', '(hidden)', 'postgres://'],
    [{ SMTP_URL: 'mail.exemple.fr:hunter2' }, 'SMTP_URL', '(hidden)', 'smtps://'],
    [{ MAIL_FROM: 'formation\r\nBcc: x@y.fr' }, 'MAIL_FROM', 'formation', 'an e-mail address'],
    [{ MEDIA: 'zoom' }, 'MEDIA', '"zoom"', 'embedded, off or janus'],
    [{ MEDIA: 'janus' }, 'JANUS_URL', 'nothing', 'MEDIA is "janus"'],
    [{ JANUS_URL: 'janus' }, 'JANUS_URL', '(hidden)', 'wss://'],
    [{ TURN_URL: 'http://turn' }, 'TURN_URL', '"http://turn"', 'turn:'],
    [{ TURN_URL: 'turn:turn.exemple.fr' }, 'TURN_SECRET', 'nothing', 'the secret'],
    [{ TURN_SECRET: 'hunter2' }, 'TURN_SECRET', '(hidden)', 'at least 16'],
    [{ ESTRADE_DEMO: 'no' }, 'ESTRADE_DEMO', '"no"', '0 (no demo data) or 1'],
    [{ METRICS_TOKEN: 'hunter2' }, 'METRICS_TOKEN', '(hidden)', 'at least 16'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY', '"yes"', 'how many reverse proxies'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', '"loud"', 'silent, error'],
  ]
  it.each(wrong)('refuses %j in one line', (env, name, got, wants) => {
    let message = ''
    try {
      read(env)
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError)
      message = (error as Error).message
    }
    expect(message.startsWith(`${name}: got `)).toBe(true)
    expect(message).toContain(got)
    expect(message).toContain(wants)
    expect(message).not.toContain('\n')
    expect(message).not.toContain('hunter2')
  })
})
