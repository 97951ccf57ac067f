import { m } from '#ui/words/messages.ts'
import { letter, type AnswerFacts } from './answers.ts'
import type { Mail } from './compose.ts'

/** To those who may read what is begun: somebody who came later asks to. */
export function admissionAskedMail(facts: AnswerFacts & { asking: { name: string; mail: string } }): Mail {
  const { asking, organisation, collaboration, href } = facts
  return letter(facts, m.mail_admission_subject({ name: asking.name, collaboration }), [
    m.mail_admission_text({ ...asking, organisation, collaboration }),
    m.mail_admission_what({ name: asking.name }),
    { action: m.mail_admission_action(), href }
  ])
}

/** To all of a party: what they had begun is gone. */
export function draftsBegunAnewMail(facts: AnswerFacts): Mail {
  const { organisation, collaboration, href } = facts
  return letter(facts, m.mail_anew_subject({ collaboration }), [
    m.mail_anew_text({ organisation, collaboration }),
    m.mail_anew_what(),
    { action: m.mail_answer_action(), href }
  ])
}
