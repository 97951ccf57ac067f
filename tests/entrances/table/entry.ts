import { everyone, nobody, roles, type Expected } from '../roles.ts'
import type { Table } from './case.ts'

const always = (status: number): Expected =>
  Object.fromEntries(roles.map((role) => [role, status])) as Expected
/** Whoever is signed in already is led on. */
const forVisitors: Expected = { ...always(303), visitor: 200 }
const answer = ({ token }: { token: string }) => `/svara/${token}`

/** Sign-in, and personal links: whoever has one may use it, whatever else they may, and nobody without it. */
export const entry: Table = {
  // Only asked for from inside, with something to say.
  'GET /(entry)/refused': { path: '/refused', gets: nobody },
  'GET /(entry)/sign-in': { path: '/logga-in', gets: forVisitors },
  'GET /(entry)/sign-in/code': { path: '/logga-in/kod?mail=a@kvarter.example&kod=123456', gets: forVisitors },
  'GET /(entry)/sign-in/demonstration': [
    { path: '/logga-in/demonstration', gets: everyone },
    { path: '/logga-in/demonstration?roll=nobody', gets: nobody }
  ],
  'GET /(entry)/sign-out': { path: '/logga-ut', gets: everyone },
  'POST /(entry)/sign-in': [
    { path: '/logga-in', body: () => ({ mail: 'okand@kvarter.example' }), gets: always(303) },
    { path: '/logga-in', body: () => ({ mail: 'okand' }), gets: { ...always(303), visitor: 422 } }
  ],
  'POST /(entry)/sign-in/code': {
    path: '/logga-in/kod',
    body: () => ({ mail: 'samordnare@exempelstaden.example', code: '000000' }),
    gets: { ...always(303), visitor: 422 }
  },
  'POST /(entry)/sign-in/demonstration': {
    path: '/logga-in/demonstration',
    body: () => ({ mail: 'fortroendevald@kvarter.example' }),
    gets: always(303)
  },
  'POST /(entry)/sign-out': { path: '/logga-ut', body: () => ({}), gets: always(303) },
  'GET /(entry)/answer/[token]': [
    { path: answer, gets: everyone },
    { path: '/svara/A0000000000000000000000000000000000000000000', gets: nobody }
  ],
  'GET /(entry)/answer/[token]/[number]': [
    { path: (known) => `${answer(known)}/${String(known.waitingNumber)}`, gets: everyone },
    { path: (known) => `${answer(known)}/${String(known.forParties['number'])}`, gets: nobody }
  ],
  'GET /(entry)/answer/[token]/forward': { path: (known) => `${answer(known)}/vidare`, gets: everyone },
  'GET /(entry)/answer/[token]/paper': [
    { path: (known) => `${answer(known)}/papper`, gets: everyone },
    { path: '/svara/A0000000000000000000000000000000000000000000/papper', gets: nobody }
  ],
  'GET /(entry)/answer/[token]/sending': { path: (known) => `${answer(known)}/skicka`, gets: everyone },
  'GET /(entry)/answer/[token]/offline': { path: (known) => `${answer(known)}/utan-nat`, gets: everyone },
  'GET /(entry)/answer/[token]/receipt': { path: (known) => `${answer(known)}/kvitto`, gets: everyone },
  'POST /(entry)/answer/[token]/[number]?/save': {
    path: (known) => `${answer(known)}/${String(known.waitingNumber)}?/save`,
    body: ({ mark }) => ({ mark, degree: 'partly' }),
    gets: always(303)
  },
  'GET /(entry)/answer/[token]/photos/[photo]': [
    { path: (known) => `${answer(known)}/bilder/${known.photo}`, gets: everyone },
    { path: (known) => `${answer(known)}/bilder/${known.submittedPhoto}`, gets: nobody }
  ],
  'POST /(entry)/answer/[token]/[number]?/photo': {
    path: (known) => `${answer(known)}/${String(known.waitingNumber)}?/photo`,
    body: ({ mark }) => ({ mark, degree: 'partly' }),
    gets: always(303)
  },
  'POST /(entry)/answer/[token]/[number]?/row': {
    path: (known) => `${answer(known)}/${String(known.waitingNumber)}?/row`,
    body: ({ mark }) => ({ mark, degree: 'partly' }),
    gets: always(303)
  },
  'POST /(entry)/answer/[token]/[number]?/next': {
    path: (known) => `${answer(known)}/${String(known.waitingNumber)}?/next`,
    body: ({ mark }) => ({ mark, degree: 'partly' }),
    gets: always(303)
  },
  'POST /(entry)/answer/[token]/[number]?/unchanged': {
    path: (known) => `${answer(known)}/${String(known.waitingNumber)}?/unchanged`,
    body: ({ mark }) => ({ mark }),
    gets: always(303)
  },
  'POST /(entry)/answer/[token]/[number]?/another': {
    path: (known) => `${answer(known)}/${String(known.waitingNumber)}?/another`,
    body: () => ({}),
    // The round waits for it.
    gets: always(422)
  },
  'POST /(entry)/answer/[token]?/add': {
    // Here it is followed up; promises are worded elsewhere.
    path: (known) => `${answer(known)}?/add`,
    body: () => ({}),
    gets: nobody
  },
  'POST /(entry)/answer/[token]?/decline': {
    path: (known) => `${answer(known)}?/decline`,
    body: () => ({ reason: 'Vi hinner inte.' }),
    gets: always(303)
  },
  'POST /(entry)/answer/[token]?/resume': {
    path: (known) => `${answer(known)}?/resume`,
    body: () => ({}),
    gets: always(303)
  },
  'POST /(entry)/answer/[token]?/ask': {
    path: (known) => `${answer(known)}?/ask`,
    body: () => ({}),
    gets: always(303)
  },
  'POST /(entry)/answer/[token]?/admit': [
    {
      path: (known) => `${answer(known)}?/admit`,
      body: ({ link }) => ({ responder: String(link['responder_id']) }),
      gets: always(303)
    },
    {
      path: (known) => `${answer(known)}?/admit`,
      body: ({ person }) => ({ responder: person.id }),
      gets: nobody
    }
  ],
  'POST /(entry)/answer/[token]/forward?/forward': {
    path: (known) => `${answer(known)}/vidare?/forward`,
    body: ({ waiting }) => ({ name: 'Kollega', mail: 'kollega@klubben.example', item_ids: waiting.id }),
    gets: always(303)
  },
  'POST /(entry)/answer/[token]/forward?/withdraw': {
    // A link that this one did not make.
    path: (known) => `${answer(known)}/vidare?/withdraw`,
    body: ({ link }) => ({ link: link.id }),
    gets: nobody
  },
  'POST /(entry)/answer/[token]/sending': [
    {
      path: (known) => `${answer(known)}/skicka`,
      body: ({ waiting, mark }) => ({ answer: `${waiting.id} ${mark}` }),
      gets: always(303)
    },
    { path: '/svara/A0000000000000000000000000000000000000000000/skicka', body: () => ({}), gets: nobody }
  ]
}
