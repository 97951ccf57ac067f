import type { StoryBlock, StoryPublication } from '../types.ts'

const focusArea = (objective: string, why: string): StoryBlock[] => [
  { kind: 'prose', part: 'focus_area', objective, text: why },
  { kind: 'aims', heading: 'För att nå dit skulle vi tillsammans', objective },
  { kind: 'deeds', objective }
]

export const publication: StoryPublication = {
  slug: 'uppfoljning-hisings-backa-2024-2025',
  template: 'final_follow_up',
  title: 'Så gick det: medborgarlöftet i Hisings Backa 2024–2025',
  blocks: [
    {
      kind: 'prose',
      part: 'introduction',
      text: `Här berättar vi vad som blev av medborgarlöftet i Hisings Backa mellan den 27 februari 2024 och den 31 december 2025. Socialförvaltningen Hisingen och Polisen tog fram löftet. 27 parter står bakom det och har gett över hundra dellöften. Alla dellöften har samma mål: ett tryggare Hisings Backa.

Löftet har fyra fokusområden: skola, lokalområde, fritid och familj. Parternas svar visar att omkring 90 dellöften har genomförts, i olika grad. Vi beskriver ett urval av dem här, ett fokusområde i taget.`
    },
    {
      kind: 'prose',
      part: 'promise',
      heading: 'Löftet: tillsammans för ett tryggare Hisings Backa',
      text: `Polisen klassar mellanområdet Hisings Backa som ett utsatt område. Vi vill med gemensamma krafter hindra att unga rekryteras till kriminella gäng, så att området på sikt kan tas bort från listan.

Många unga växer upp i otrygghet och osäkerhet. Vi tror på att förebygga tidigt: det ger barn och unga en bra start, minskar det som innebär risk och stärker det som skyddar. Därför bygger överenskommelsen på samverkan och på insatser som riktas till familj, fritid, skola och lokalområde. Under hela perioden har vi fortsatt att samverka och hitta på nya gemensamma insatser.

Vi som är med deltar aktivt i löftet, i Trygg i-arbetet och i det gemensamma arbetet för trygghet och mot brott i Hisings Backa. Vi har också lovat varandra att bidra till nya insatser som ökar tryggheten och minskar brotten.`
    },
    { kind: 'totals' },
    { kind: 'quarter' },
    ...focusArea(
      'skola',
      'Få saker skyddar ett barn så bra som en skolgång som går vägen. Vi vill ge barn och unga möjlighet att klara skolan, ta steget in i vuxenlivet och göra verklighet av sina drömmar.'
    ),
    ...focusArea(
      'lokalomrade',
      'Ett barn som växer upp utan kriminalitet omkring sig är bättre skyddat. Vi vill att invånarna lever tryggt och fritt och slipper påverkan från odemokratiska krafter. I ett tryggt och säkert område kan människor trivas, bidra och använda det som erbjuds.'
    ),
    ...focusArea(
      'fritid',
      'Det du gör på din fritid formar dig, vare sig det är idrott, kultur eller något annat. Viktigast är att barn och unga får delta på sina egna villkor, på trygga mötesplatser och med goda förebilder. Då kan ett intresse växa, kanske för livet.'
    ),
    ...focusArea(
      'familj',
      'För att barn ska växa upp tryggt behöver familjen stöd och möjlighet att hjälpa barnen att bli trygga och ansvarstagande.'
    ),
    { kind: 'figures', heading: 'Siffror i urval' },
    {
      kind: 'prose',
      part: 'closing',
      text: `Löftet har gett mer än de dellöften som blev av. Samverkan i Hisings Backa är både starkare och bredare än när vi började. Flera aktörer har kommit till under tiden, och vårt gemensamma arbete för trygghet och mot brott står stadigare.

Insatserna har också stärkt varandra. Två av dem vill vi lyfta fram särskilt: butiken RE:BACKA och Trygghetsveckan.`
    },
    { kind: 'beyond', heading: 'Utöver dellöftena: två insatser som stärker andra' },
    { kind: 'next_period' },
    { kind: 'parties' }
  ],
  published: '2026-02-16'
}
