import type { NewKind } from './fields.ts'
import type { NounForms } from './kinds.ts'

const ett = (one: string, theOne: string, many: string, theMany: string): NounForms => ({
  one,
  theOne,
  many,
  theMany,
  gender: 'neuter'
})
const en = (one: string, theOne: string, many: string, theMany: string): NounForms => ({
  ...ett(one, theOne, many, theMany),
  gender: 'common'
})
const the = (one: string, many: string): NounForms => en(one, `the ${one}`, many, `the ${many}`)

const aktivitet = {
  sv: en('aktivitet', 'aktiviteten', 'aktiviteter', 'aktiviteterna'),
  en: the('activity', 'activities')
}
const insats = {
  sv: en('insats', 'insatsen', 'insatser', 'insatserna'),
  en: the('commitment', 'commitments')
}
const uppgift = { sv: en('uppgift', 'uppgiften', 'uppgifter', 'uppgifterna'), en: the('duty', 'duties') }
const fokusområde = {
  sv: ett('fokusområde', 'fokusområdet', 'fokusområden', 'fokusområdena'),
  en: the('focus area', 'focus areas')
}
const mål = { sv: ett('mål', 'målet', 'mål', 'målen'), en: the('goal', 'goals') }

/** The kinds that a new installation begins with; their words are its own to change. */
export const usualKinds: ({ code: string } & NewKind['words'])[] = [
  {
    code: 'area_programme',
    name: {
      sv: ett('områdesprogram', 'områdesprogrammet', 'områdesprogram', 'områdesprogrammen'),
      en: the('area programme', 'area programmes')
    },
    commitment: aktivitet,
    objective: {
      sv: en('strategi', 'strategin', 'strategier', 'strategierna'),
      en: the('strategy', 'strategies')
    }
  },
  {
    code: 'citizen_promise',
    name: {
      sv: ett('medborgarlöfte', 'medborgarlöftet', 'medborgarlöften', 'medborgarlöftena'),
      en: the('citizen promise', 'citizen promises')
    },
    commitment: {
      sv: ett('dellöfte', 'dellöftet', 'dellöften', 'dellöftena'),
      en: the('sub-promise', 'sub-promises')
    },
    objective: fokusområde
  },
  {
    code: 'equality_programme',
    name: {
      sv: ett('jämlikhetsarbete', 'jämlikhetsarbetet', 'jämlikhetsarbeten', 'jämlikhetsarbetena'),
      en: the('equality programme', 'equality programmes')
    },
    commitment: {
      sv: ett('initiativ', 'initiativet', 'initiativ', 'initiativen'),
      en: the('initiative', 'initiatives')
    },
    objective: fokusområde
  },
  {
    code: 'theme_group',
    name: {
      sv: en('temagrupp', 'temagruppen', 'temagrupper', 'temagrupperna'),
      en: the('theme group', 'theme groups')
    },
    commitment: insats,
    objective: {
      sv: en('frågeställning', 'frågeställningen', 'frågeställningar', 'frågeställningarna'),
      en: the('guiding question', 'guiding questions')
    }
  },
  {
    code: 'network',
    name: { sv: ett('nätverk', 'nätverket', 'nätverk', 'nätverken'), en: the('network', 'networks') },
    commitment: insats,
    objective: mål
  },
  {
    code: 'village_council',
    name: {
      sv: ett('ortsråd', 'ortsrådet', 'ortsråd', 'ortsråden'),
      en: the('village council', 'village councils')
    },
    commitment: insats,
    objective: mål
  },
  {
    code: 'action_plan',
    name: {
      sv: en('handlingsplan', 'handlingsplanen', 'handlingsplaner', 'handlingsplanerna'),
      en: the('action plan', 'action plans')
    },
    commitment: {
      sv: en('åtgärd', 'åtgärden', 'åtgärder', 'åtgärderna'),
      en: the('measure', 'measures')
    },
    objective: mål
  },
  {
    code: 'agreement',
    name: {
      sv: en('överenskommelse', 'överenskommelsen', 'överenskommelser', 'överenskommelserna'),
      en: the('agreement', 'agreements')
    },
    commitment: {
      sv: ett('åtagande', 'åtagandet', 'åtaganden', 'åtagandena'),
      en: the('undertaking', 'undertakings')
    },
    objective: { sv: ett('syfte', 'syftet', 'syften', 'syftena'), en: the('purpose', 'purposes') }
  },
  {
    code: 'assignment',
    name: {
      sv: ett('samarbetsuppdrag', 'samarbetsuppdraget', 'samarbetsuppdrag', 'samarbetsuppdragen'),
      en: the('assignment to collaborate', 'assignments to collaborate')
    },
    commitment: uppgift,
    objective: mål
  },
  {
    code: 'body',
    name: {
      sv: en('grupp', 'gruppen', 'grupper', 'grupperna'),
      en: the('body', 'bodies')
    },
    commitment: uppgift,
    objective: mål
  },
  {
    code: 'meeting_place',
    name: {
      sv: en('mötesplats', 'mötesplatsen', 'mötesplatser', 'mötesplatserna'),
      en: the('meeting place', 'meeting places')
    },
    commitment: aktivitet,
    objective: {
      sv: ett('uppdragsområde', 'uppdragsområdet', 'uppdragsområden', 'uppdragsområdena'),
      en: the('mission area', 'mission areas')
    }
  },
  {
    code: 'project',
    name: { sv: ett('projekt', 'projektet', 'projekt', 'projekten'), en: the('project', 'projects') },
    commitment: aktivitet,
    objective: {
      sv: ett('delmål', 'delmålet', 'delmål', 'delmålen'),
      en: the('interim goal', 'interim goals')
    }
  }
]
