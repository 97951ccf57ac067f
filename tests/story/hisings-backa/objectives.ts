import type { StoryObjective } from '../types.ts'

const aims = (parent: string, titles: string[]): StoryObjective[] =>
  titles.map((title, place) => ({ key: `${parent}-${place + 1}`, parent, kind: 'aim', title }))

/** The four focus areas that the promise of 2024 has and that of 2026 goes on with. */
export const focusAreas: StoryObjective[] = [
  {
    key: 'skola',
    kind: 'focus_area',
    title: 'Skola',
    text: 'Att lyckas i skolan hör till det som skyddar barn allra mest. Därför vill parterna ge barn och unga det de behöver för att klara skolan, bli vuxna på egna ben och nå det de drömmer om.'
  },
  {
    key: 'lokalomrade',
    kind: 'focus_area',
    title: 'Lokalområde',
    text: 'Barn skyddas av att växa upp där kriminalitet och normbrytande beteende inte hör till vardagen. Här ska invånarna leva tryggt och fritt från odemokratisk påverkan. Först när området är tryggt kan de som bor här trivas, bidra och använda det som finns.'
  },
  {
    key: 'fritid',
    kind: 'focus_area',
    title: 'Fritid',
    text: 'Idrott, kultur eller något helt annat: en fritid som betyder något får människor att växa. Barn och unga ska kunna delta på sina egna villkor, bland goda förebilder på trygga mötesplatser, och kanske hitta ett intresse för livet.'
  },
  {
    key: 'familj',
    kind: 'focus_area',
    title: 'Familj',
    text: 'Barn och unga får en bättre och tryggare uppväxt när familjen får stöd. Då kan den hjälpa barnen att bli trygga och ta ansvar.'
  }
]

/** What the parties were to do together to get there. */
export const focusAreaAims: StoryObjective[] = [
  ...aims('skola', [
    'Få fler vuxna förebilder att engagera sig i barnens lärande och utveckling i skolan',
    'Ge barnen studiebesök, praktik och feriearbete, så att de möter olika yrken och ser vad arbetslivet kan erbjuda',
    'Låta eleverna prova idrotter och aktiviteter som kan ge en meningsfull fritid'
  ]),
  ...aims('lokalomrade', [
    'Ordna aktiviteter som skapar tillhörighet, tillit och gemenskap bland de boende',
    'Göra fastigheter och utemiljöer tryggare, verka för riktiga hyresförhållanden och använda metoderna Trygga trappan, Broken Windows och grannsamverkan',
    'Se till att fler vuxna är närvarande',
    'Låta tilliten växa, både till andra människor och till samhället, så att tystnadskulturen bryts'
  ]),
  ...aims('fritid', [
    'Ha verksamhet med låga trösklar, så att fler tar del av fritidsutbudet och barn blir nyfikna på föreningslivet',
    'Ordna aktiviteter som går att prova på gratis',
    'Ordna aktiviteter i bostadsområdena för barn och ungdomar',
    'Utveckla föreningarnas sociala arbete, bland annat genom utbildning i ledarskap, demokrati och värdegrund',
    'Få familjer och vuxna att engagera sig i föreningslivet',
    'Göra barn delaktiga i sin fritid och ge dem inflytande över den'
  ]),
  ...aims('familj', [
    'Erbjuda familjer aktiviteter i deras bostadsområden',
    'Göra föräldrastödet lättare att nå genom att finnas i lokalområdet och där vårdnadshavarna är',
    'Erbjuda föräldrar och andra viktiga vuxna föreläsningar om aktuella ämnen, så att de kan påverka barns och ungas utveckling'
  ])
]
