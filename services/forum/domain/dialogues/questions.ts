import { fact } from '#contracts/event.ts'
import { dialogueQuestionAnswered } from '#contracts/forum-events.ts'
import { refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { hasRoom, publicFacts, recorded } from './dialogue.ts'
import type { Dialogue, Doer } from './dialogue.ts'
import { limits } from './limits.ts'
import { entriesOf } from './log-entry.ts'
import type { EntryOf, LogEntry } from './log-entry.ts'
import type { DialogueRefusal } from './refusal-codes.ts'

export interface Question {
  readonly asked: EntryOf<'questionAsked'>
  readonly answered?: EntryOf<'questionAnswered'>
  readonly setAside?: EntryOf<'questionSetAside'>
  readonly status: 'asked' | 'answered' | 'setAside'
}

/** In the order in which they were asked. */
export const questionsOf = (log: readonly LogEntry[]): Question[] => {
  const answers = entriesOf(log, 'questionAnswered')
  const setAsides = entriesOf(log, 'questionSetAside')
  return entriesOf(log, 'questionAsked').map((asked) => {
    const answered = answers.find(({ question }) => question === asked.number)
    const setAside = setAsides.find(({ question }) => question === asked.number)
    return {
      asked,
      ...(answered && { answered }),
      ...(setAside && { setAside }),
      status: answered ? 'answered' : setAside ? 'setAside' : 'asked',
    }
  })
}

type Changed = Transition<Dialogue, DialogueRefusal>

/** Asked without a name: the log knows who, so that the answer can be told, and shows it to nobody. */
export const askQuestion = (dialogue: Dialogue, text: string, doer: Doer): Changed => {
  if (dialogue.state.status !== 'open') return refused('dialogueNotOpen')
  if (!hasRoom(dialogue, doer)) return refused('logFull')
  const waiting = questionsOf(dialogue.log).filter(
    ({ asked, status }) => status === 'asked' && asked.by.subject === doer.author.subject,
  )
  if (waiting.length >= limits.openQuestions) return refused('tooManyQuestions')
  return recorded(dialogue, { kind: 'questionAsked', text }, doer)
}

const toHandle = ({ log }: Dialogue, number: number): DialogueRefusal | Question => {
  const found = questionsOf(log).find(({ asked }) => asked.number === number)
  if (!found) return 'questionNotFound'
  return found.status === 'asked' ? found : 'questionAlreadyHandled'
}

export interface QuestionAnswer {
  readonly question: number
  readonly answer: string
  /** The question as everybody is to read it, when a secret or a name had to go. */
  readonly edited?: { readonly text: string; readonly because: string } | undefined
}

/** Question and answer go out together, to everybody. Whoever asked is told what was changed in the question, and why. */
export const answerQuestion = (dialogue: Dialogue, { question, answer, edited }: QuestionAnswer, doer: Doer): Changed => {
  if (dialogue.state.status !== 'open') return refused('dialogueNotOpen')
  const found = toHandle(dialogue, question)
  if (typeof found === 'string') return refused(found)
  const number = questionsOf(dialogue.log).filter(({ status }) => status === 'answered').length + 1
  return recorded(
    dialogue,
    {
      kind: 'questionAnswered',
      question,
      published: edited?.text ?? found.asked.text,
      ...(edited && { editedBecause: edited.because }),
      answer,
    },
    doer,
    { facts: [fact(dialogueQuestionAnswered, { ...publicFacts(dialogue.state), question: number })] },
  )
}

/** Not published: asked before, or not about this. Whoever asked is told why. */
export const setQuestionAside = (
  dialogue: Dialogue,
  { question, reason }: { question: number; reason: string },
  doer: Doer,
): Changed => {
  if (dialogue.state.status !== 'open') return refused('dialogueNotOpen')
  const found = toHandle(dialogue, question)
  return typeof found === 'string' ? refused(found) : recorded(dialogue, { kind: 'questionSetAside', question, reason }, doer)
}
