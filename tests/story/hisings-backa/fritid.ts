import { exactly } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { jointly, told } from './told.ts'

export const fritid: StoryCommitment[] = [
  {
    number: 26,
    title: 'Fler aktiviteter på loven',
    wording: 'Erbjuda fler lovaktiviteter i området.',
    lead: 'socialforvaltningen-hisingen',
    objectives: ['fritid'],
    areas: ['hisings-backa'],
    targetGroup: 'Barn och ungdomar',
    stage: 'completed',
    reports: told(
      'Socialförvaltningen Hisingen, bostadsbolag och flera andra aktörer har hjälpts åt, så att det finns mer att göra på loven.'
    )
  },
  {
    number: 27,
    title: 'Sommar i Backa',
    wording: 'Fylla sommaren med aktiviteter för barn och ungdomar genom Sommar i Backa.',
    lead: 'socialforvaltningen-hisingen',
    objectives: ['fritid'],
    areas: ['hisings-backa'],
    targetGroup: 'Barn och ungdomar',
    stage: 'completed',
    reports: told('Barn och ungdomar har haft aktiviteter att välja på i nio veckor.', [
      exactly(9, 'veckor med Sommar i Backa', 'never')
    ])
  },
  {
    number: 28,
    title: 'Större närvaro i skolorna, också på rasterna',
    wording: 'Finnas mer på områdets skolor, också på rasterna.',
    lead: 'fritid',
    objectives: ['fritid'],
    areas: ['hisings-backa'],
    targetGroup: 'Elever',
    stage: 'completed',
    reports: told('Verksamheten Fritid är oftare på plats i skolorna, bland annat på rasterna.')
  },
  {
    number: 29,
    title: 'Fotbollsgrupper på två skolor',
    wording: 'Starta fotbollsgrupper för både killar och tjejer.',
    lead: 'fritid',
    objectives: ['fritid'],
    areas: ['hisings-backa'],
    targetGroup: 'Killar och tjejer',
    stage: 'completed',
    reports: told('Killar och tjejer har kunnat spela fotboll i grupp på två skolor.', [
      exactly(2, 'skolor med fotbollsgrupper', 'highest')
    ])
  },
  {
    number: 30,
    title: 'Lights on efter skoltid',
    wording: 'Erbjuda barn på Ellen Keyskolan aktiviteter när skoldagen är slut.',
    lead: 'lights-on',
    coActors: ['ellen-keyskolan'],
    objectives: ['fritid'],
    areas: ['hisings-backa'],
    targetGroup: 'Barn på Ellen Keyskolan',
    stage: 'completed',
    reports: told('Det har funnits något att göra efter skolan fem dagar i veckan.', [
      exactly(5, 'aktivitetsdagar i veckan', 'latest')
    ])
  },
  {
    number: 31,
    title: 'Föreningarnas fritidsaktiviteter',
    wording: 'Erbjuda fritidsaktiviteter och tillfällen att prova på.',
    ...jointly,
    coActors: ['backatorp-if', 'backa-hk', 'hisingsbacka-fc', 'house-of-possibilities'],
    objectives: ['fritid'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told(
      'Backatorp IF, Backa HK, HisingsBacka FC och House of Possibilities har alla haft aktiviteter. Det har bland annat gått att prova på i skolor, på mötesplatser och vid evenemang, och det har funnits summer camp och fotbollsskola.'
    )
  },
  {
    number: 32,
    title: 'Mer i Loungen och Lobbyn',
    wording: 'Utöka aktiviteterna för barn och ungdomar i Loungen och Lobbyn efter skolan och på helgerna.',
    lead: 'poseidon',
    objectives: ['fritid'],
    areas: ['hisings-backa'],
    targetGroup: 'Barn och ungdomar',
    stage: 'completed',
    reports: told('Barn och ungdomar har fått fler aktiviteter efter skolan och på helgerna.')
  },
  {
    number: 33,
    title: 'Feriejobb hos bostadsbolagen',
    wording: 'Anställa feriearbetande ungdomar när skolan har lov.',
    ...jointly,
    coActors: ['bostadsbolaget', 'poseidon', 'stena-fastigheter', 'familjebostader'],
    objectives: ['fritid'],
    areas: ['hisings-backa'],
    targetGroup: 'Ungdomar',
    stage: 'completed',
    reports: told('Ungdomar har haft feriearbete hos bostadsbolagen under loven.')
  }
]
