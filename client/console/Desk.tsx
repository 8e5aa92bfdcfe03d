/** The console once connected: five regions (top, plan, live, people, slab), dialogs and keys. */
import { useMemo, useState } from 'react'
import { time } from '#client/i18n/format.ts'
import { announce, Notice } from '#client/kit/index.ts'
import { useReadySound } from '#client/kit/sound.ts'
import { useTitle } from '#client/kit/use-title.ts'
import { useLive } from '#client/live/hooks.ts'
import type { ClassInfo } from '#shared/api.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { WIDE } from './activity-screens.ts'
import { useCommands } from './commands.ts'
import { CodeDialog } from './dialogs/CodeDialog.tsx'
import { EndDialog } from './dialogs/EndDialog.tsx'
import { GoToDialog } from './dialogs/GoToDialog.tsx'
import { HelpDialog } from './dialogs/HelpDialog.tsx'
import { OutcomesDialog } from './dialogs/OutcomesDialog.tsx'
import { OverviewDialog } from './dialogs/OverviewDialog.tsx'
import { PollDialog } from './dialogs/PollDialog.tsx'
import { StageLinkDialog } from './dialogs/StageLinkDialog.tsx'
import { Ended } from './Ended.tsx'
import { Live } from './Live.tsx'
import { Lobby } from './Lobby.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import { PlanRail } from './PlanRail.tsx'
import { AskedNotice } from './people/AskedNotice.tsx'
import { FloorDialog } from './people/FloorDialog.tsx'
import { FloorStrip } from './people/FloorStrip.tsx'
import { leadOf, notYours } from './people/lead.ts'
import { PersonDialog } from './people/PersonDialog.tsx'
import { QuestionsDialog } from './people/QuestionsDialog.tsx'
import { questionsOf } from './people/questions.ts'
import { LeadNotice } from './people/Team.tsx'
import { useFloorSaid } from './people/use-floor-said.ts'
import { usePeopleWords } from './people/words.ts'
import { participants } from './people.ts'
import { usePreferences } from './preferences.ts'
import { SidePanel } from './SidePanel.tsx'
import { Slab } from './Slab.tsx'
import { useShortcuts } from './shortcuts.ts'
import { TopBar, type TopDialog } from './TopBar.tsx'
import { typeset } from './typeset.ts'
import { useAnnouncements } from './use-announcements.ts'
import { useConsoleWords } from './words.ts'

type DialogName = TopDialog | 'goTo' | 'overview' | 'poll' | 'help' | 'floor' | 'questions'
type Tab = 'live' | 'plan' | 'people'

type Props = { classId: string; as?: string; info: ClassInfo; everyone: EveryoneView; trainer: TrainerView }

export function Desk({ classId, as, info: asLoaded, everyone, trainer }: Props) {
  const t = useConsoleWords()
  const p = usePeopleWords()
  const info = useMemo(() => typeset(asLoaded), [asLoaded])
  const [dialog, setDialog] = useState<DialogName>()
  const [person, setPerson] = useState<string>()
  const [tab, setTab] = useState<Tab>('live')
  const [slab, setSlab] = useState<HTMLElement | null>(null)
  const [planOpen, openPlan] = useState(false)
  const [correcting, correct] = useState<string>()
  const presence = useLive((live) => live.presence)
  const { shortcuts, namesHidden } = usePreferences()
  const commands = useCommands(trainer, everyone.phase)
  const plan = info.plan ?? []
  const people = participants(trainer, info.roster, presence, t.unknownPerson)
  const current = plan.find((item) => item.id === trainer.plan.itemId)
  const me = useLive((live) => live.view?.mine?.personId)
  const lead = leadOf(trainer, me, info.roster, t.unknownPerson)
  const name = (personId: string) => {
    const index = people.findIndex((person) => person.personId === personId)
    const known = info.roster[personId]?.name ?? t.unknownPerson
    return namesHidden && index >= 0 ? t.participantN(index + 1) : known
  }
  const panel = { everyone, trainer, people, name, commands }
  const isLive = everyone.phase === 'live'
  const drives = isLive && lead.mine
  const atEnd = isLive && trainer.plan.next.type === 'none'
  const { stage } = trainer
  const onScreen = isLive ? ('activityId' in stage ? stage.activityId : undefined) : correcting
  const wide = onScreen !== undefined && WIDE.has(everyone.activities[onScreen]?.kind ?? '')

  useTitle(t.title(info.title))
  useAnnouncements({ everyone, trainer, people, plan, namesHidden })
  useFloorSaid({ ...panel, lead, namesHidden })
  useReadySound()

  /** Nothing is sent into a cut line; the notice on screen is said again. */
  const reachable = () => {
    if (!commands.online) announce(t.cutSaid, { assertive: true })
    return commands.online
  }
  /** Whoever does not lead is told why nothing moves. */
  const leading = () => {
    if (!lead.mine) announce(`${p.notLead(lead.name)}. ${p.mayAssist}`)
    return lead.mine
  }
  const jump = (slide: number) => {
    if (!isLive || !reachable() || !leading()) return
    if (slide >= 1 && slide <= everyone.deck.slides) void commands.showSlide(slide)
    else {
      const text = t.noSlide(slide, everyone.deck.slides)
      commands.say({ tone: 'warn', text })
      announce(text)
    }
  }
  const next = () => {
    if (everyone.phase === 'ended' || !reachable()) return
    const blocked = notYours({ everyone, trainer, lead }, p)
    if (blocked) announce([blocked.main, blocked.more].join(''))
    else if (atEnd) setDialog('end')
    else void commands.next()
  }
  const whenLive = (action: () => void) => () => {
    if (isLive && reachable() && leading()) action()
  }
  const actions = {
    next,
    back: whenLive(() => void commands.back()),
    goTo: whenLive(() => setDialog('goTo')),
    overview: () => setDialog('overview'),
    poll: whenLive(() => setDialog('poll')),
    blank: whenLive(() => void commands.blank()),
    outcomes: () => setDialog('outcomes'),
    hands: () => {
      if (isLive) setDialog('floor')
    },
    help: () => setDialog('help'),
    fullScreen: toggleFullScreen,
  }
  const digits = useShortcuts(shortcuts, actions, jump)
  const close = () => setDialog(undefined)
  const go = (itemId: string) => {
    close()
    setTab('live')
    openPlan(false)
    void commands.showItem(itemId)
  }

  return (
    <div className="console" data-tab={tab} data-phase={everyone.phase} data-wide={wide || undefined}>
      <TopBar info={info} people={people} open={setDialog} canEnd={isLive && lead.trainer} />
      {wide && <PlanRail info={info} trainer={trainer} current={current} onUnfold={() => openPlan(true)} />}
      <PlanPanel
        folded={wide && !planOpen}
        onFold={wide ? () => openPlan(false) : undefined}
        info={info}
        everyone={everyone}
        trainer={trainer}
        current={current}
        onGo={drives ? go : undefined}
        onAdhoc={drives ? (id) => void commands.showActivity(id) : undefined}
      />
      <main className="live-area">
        <CutNotice timeZone={info.timeZone} />
        {everyone.phase !== 'ended' && <LeadNotice lead={lead} commands={commands} />}
        {isLive && <AskedNotice everyone={everyone} commands={commands} leads={lead.mine} />}
        {commands.notice && (
          <div className="con-notice" role={commands.notice.tone === 'stop' ? 'alert' : 'status'}>
            <Notice tone={commands.notice.tone}>{commands.notice.text}</Notice>
            <button type="button" className="btn sm quiet" onClick={() => commands.say(undefined)}>
              {t.dismiss}
            </button>
          </div>
        )}
        {everyone.phase === 'lobby' && <Lobby info={info} people={people} />}
        {everyone.phase === 'ended' && (
          <Ended
            info={info}
            everyone={everyone}
            trainer={trainer}
            people={people}
            onOutcomes={() => setDialog('outcomes')}
            commands={commands}
            slab={slab ?? undefined}
            correcting={correcting}
            onCorrect={correct}
          />
        )}
        {isLive && (
          <Live
            info={info}
            everyone={everyone}
            trainer={trainer}
            people={people}
            commands={commands}
            slab={slab ?? undefined}
          />
        )}
        {isLive && <FloorStrip {...panel} />}
      </main>
      <SidePanel
        {...panel}
        plan={plan}
        lead={lead}
        onFloor={() => setDialog('floor')}
        onQuestions={() => setDialog('questions')}
        onPerson={setPerson}
      />
      <Tabs tab={tab} onTab={setTab} waiting={waitingFor(trainer, everyone)} />
      <Slab
        everyone={everyone}
        trainer={trainer}
        people={people}
        online={commands.online}
        busy={commands.busy}
        lead={lead}
        actions={actions}
        own={wide ? setSlab : undefined}
      />
      {digits && (
        <p className="digits" role="status">
          <b aria-hidden="true">{digits}</b>
          <span className="vh">{t.jump(digits)}</span>
          <span className="k" aria-hidden="true">
            {t.enter}
          </span>
        </p>
      )}
      <CodeDialog
        open={dialog === 'code'}
        onClose={close}
        code={info.code}
        onStage={() => setDialog('stage')}
      />
      <StageLinkDialog open={dialog === 'stage'} onClose={close} classId={classId} as={as} />
      <GoToDialog open={dialog === 'goTo'} onClose={close} plan={plan} onGo={go} />
      <OverviewDialog
        open={dialog === 'overview'}
        onClose={close}
        info={info}
        currentId={current?.id}
        onGo={drives ? go : undefined}
      />
      <PollDialog
        open={dialog === 'poll'}
        onClose={close}
        onAsk={async (definition) => {
          const ack = await commands.ask(definition)
          if (ack.ok) setTab('live')
          return ack.ok
        }}
      />
      <OutcomesDialog
        open={dialog === 'outcomes'}
        onClose={close}
        classId={classId}
        as={as}
        info={info}
        trainer={trainer}
        people={people}
      />
      <FloorDialog open={dialog === 'floor'} onClose={close} {...panel} />
      <QuestionsDialog open={dialog === 'questions'} onClose={close} leads={lead.mine} {...panel} />
      <PersonDialog personId={person} onClose={() => setPerson(undefined)} {...panel} />
      <HelpDialog open={dialog === 'help'} onClose={close} enabled={shortcuts} />
      <EndDialog open={dialog === 'end'} onClose={close} onEnd={commands.end} />
    </div>
  )
}

/** Says that the line is cut, for how long, and what still goes on. */
function CutNotice({ timeZone }: { timeZone: string }) {
  const t = useConsoleWords()
  const cutSince = useLive((live) => (live.line === 'cut' ? live.cutSince : undefined))
  if (cutSince === undefined) return null
  return (
    <div className="con-notice">
      <Notice tone="warn">
        {t.cutAt(time(cutSince, timeZone))} {t.cutMore}
      </Notice>
    </div>
  )
}

/** What waits for the trainer among the people: hands and questions. */
const waitingFor = ({ talk }: TrainerView, { floor }: EveryoneView) =>
  floor.hands.length + questionsOf(talk, false).length

/** Under 1024 px the three columns become one, chosen here. */
function Tabs({ tab, onTab, waiting }: { tab: Tab; onTab: (tab: Tab) => void; waiting: number }) {
  const t = useConsoleWords()
  const tabs: [Tab, string][] = [
    ['live', t.scene],
    ['plan', t.plan],
    ['people', t.peopleTab],
  ]
  return (
    <nav className="con-tabs" aria-label={t.views}>
      {tabs.map(([name, label]) => (
        <button key={name} type="button" aria-pressed={tab === name} onClick={() => onTab(name)}>
          {label}
          {name === 'people' && waiting > 0 && <span className="rank num">{waiting}</span>}
        </button>
      ))}
    </nav>
  )
}

function toggleFullScreen() {
  const asked = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.()
  // Refused by the browser (an embedded page, a phone): nothing to undo.
  asked?.catch(() => undefined)
}
