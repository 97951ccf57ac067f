import type { StoryCarryOver, StoryChoice, StoryCollaboration, StoryObjective } from '../types.ts'
import { exempelkvarteret } from './collaboration.ts'

const slug = 'exempelkvarteret-2028-2029'
const { purpose: _purpose, ...same } = exempelkvarteret

const isWork = ({ key, parent }: StoryObjective): boolean => key === 'arbete' || parent === 'arbete'

/** Being prepared by the same parties: work and education are to be one, and the rest of the plan is as it was. */
export const exempelkvarteret2028: StoryCollaboration = {
  ...same,
  slug,
  name: 'Löftet för Exempelkvarteret 2028–2029',
  purpose:
    'Tolv parter går vidare tillsammans. Det som fungerade fortsätter, och det som var svårt att följa upp blir mer konkret.',
  lifecycle: 'preparing',
  period: { from: '2028-01-01', to: '2029-12-31', precision: 'year' },
  predecessor: 'exempelkvarteret',
  objectives: [
    ...exempelkvarteret.objectives.filter((objective) => !isWork(objective)),
    {
      key: 'jobb',
      kind: 'focus_area',
      title: 'Jobb och utbildning',
      text: 'Fler ska ha ett jobb eller en utbildning, och veta vem de kan fråga om vägen dit.'
    }
  ],
  commitments: [],
  rounds: [],
  documents: [],
  publications: []
}

const goesOn = (...numbers: number[]): StoryChoice[] => numbers.map((of) => ({ of, choice: 'continue' }))
const ends = (of: number, reason: string): StoryChoice => ({ of, choice: 'end', reason })

/** School is carried over, leisure is chosen for, and the rest is left: so one sees what each looks like. */
export const choicesOfExempelkvarteret: StoryCarryOver = {
  from: 'exempelkvarteret',
  to: slug,
  carried: [
    ...goesOn(4, 6, 7, 11, 13),
    {
      of: 2,
      choice: 'change',
      title: 'Frukost före första lektionen',
      wording:
        'Vi serverar gratis frukost i matsalen tre morgnar i veckan, med målet att 40 elever kommer varje gång.'
    },
    {
      of: 9,
      choice: 'change',
      title: 'Sömnskola för tonårsföräldrar',
      wording: 'Tre kvällar om sömn, skärmar och morgnar varje läsår.'
    },
    {
      of: 3,
      choice: 'make_concrete',
      title: 'Samtal hem före klockan tio',
      wording:
        'När en elev saknas ringer skolan hem före klockan tio samma dag, och skriver upp hur många samtal det blev.',
      targetGroup: 'Elever i årskurs 4–9',
      day: '2028-08-31',
      target: { value: 90, unit: 'procent av frånvaron' }
    },
    {
      of: 5,
      choice: 'change',
      title: 'Vandrande skolbuss från Exempelängen och Exempelgården',
      wording: 'Grannar går med barnen till skolan tre morgnar i veckan, från två håll i kvarteret.'
    },
    {
      of: 15,
      choice: 'make_concrete',
      title: 'Lugnt läxrum måndag till torsdag',
      wording:
        'Läxrummet i församlingshemmet är öppet måndag till torsdag klockan 15–18, med en vuxen på plats.',
      targetGroup: 'Elever i årskurs 6–9',
      day: '2028-02-01',
      target: { value: 140, unit: 'kvällar' }
    },
    ends(1, 'Det är vardag nu. Skolan gör det utan att vi behöver lova det.'),
    ends(8, 'Renoveringen är klar.'),
    ends(12, 'Alla förskoleklasser har fått sina bokpåsar.'),
    ends(16, 'Bokhyllorna finns i alla tvättstugor och sköter sig själva.'),
    ends(19, 'Det sökta bidraget beviljades inte. Skolan ger stödet inom sin egen elevhälsa i stället.')
  ],
  waiting: [
    ...goesOn(21, 22, 24, 25, 31, 34, 38, 39),
    {
      of: 33,
      choice: 'make_concrete',
      title: 'Sportförråd öppet varje eftermiddag',
      wording: 'Förrådet är öppet varje vardag klockan 14–18, och det som lånas räknas.',
      target: { value: 1200, unit: 'lån' }
    },
    ends(23, 'Biblioteket har spelkvällar i sin vanliga verksamhet nu.'),
    ends(28, 'Bordet står på torget.'),
    { of: 26, choice: 'ask' },
    { of: 32, choice: 'ask' }
  ]
}
