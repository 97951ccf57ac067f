import { everyone, hiddenBut, nobody, openTo, roles, seenBy, type Role } from '../roles.ts'
import type { Table } from './case.ts'

const members: Role[] = ['party', 'reader', 'coordinator', 'administrator']
const keepers: Role[] = ['coordinator', 'elsewhere', 'administrator']
const here = '/samverkan/exempelkvarteret'

/** What anyone may read, as far as they reach. */
export const reading: Table = {
  'GET /(site)': [
    { path: '/', gets: everyone },
    { path: '/en', gets: everyone }
  ],
  'GET /(site)/about': { path: '/om', gets: everyone },
  'GET /(site)/accessibility': { path: '/tillganglighet', gets: everyone },
  'GET /(site)/search': { path: '/sok?q=Brunnsbo', gets: everyone },
  'GET /robots.txt': { path: '/robots.txt', gets: everyone },
  'GET /sitemap.xml': { path: '/sitemap.xml', gets: everyone },
  'GET /(site)/areas': { path: '/omraden', gets: everyone },
  'GET /(site)/areas/[slug]': [
    { path: '/omraden/exempelkvarteret', gets: everyone },
    { path: '/omraden/finns-inte', gets: nobody }
  ],
  'GET /(site)/areas/[slug]/commitments': { path: '/omraden/exempelkvarteret/insatser', gets: everyone },
  'GET /(site)/areas/new': { path: '/omraden/ny', gets: openTo('administrator') },
  'GET /(site)/photos/[id]': [
    { path: (known) => `/bilder/${known.acceptedPhoto}`, gets: everyone },
    {
      path: (known) => `/bilder/${known.submittedPhoto}`,
      gets: seenBy('coordinator', 'administrator')
    },
    { path: (known) => `/bilder/${known.photo}`, gets: nobody },
    { path: '/bilder/ingen', gets: nobody }
  ],
  'GET /(site)/documents': [
    { path: '/dokument', gets: everyone },
    { path: '/dokument?ar=2014&samverkan=exempelkvarteret&slag=x&efter=y', gets: everyone }
  ],
  'GET /(site)/documents/[id]': [
    { path: ({ uploads }) => `/dokument/${uploads.public}`, gets: everyone },
    { path: ({ uploads }) => `/dokument/${uploads.parties}`, gets: seenBy(...members) },
    {
      path: ({ uploads }) => `/dokument/${uploads.own}`,
      gets: seenBy('reader', 'coordinator', 'administrator')
    },
    // It is only named.
    { path: ({ document }) => `/dokument/${document.id}`, gets: nobody },
    { path: '/dokument/inget', gets: nobody }
  ],
  'GET /(site)/documents/[id]/[file]': {
    path: ({ uploads, document }) => `/dokument/${uploads.public}/${document.id}`,
    gets: nobody
  },
  'GET /(site)/organisations': { path: '/aktorer', gets: everyone },
  'GET /(site)/organisations/[slug]': { path: '/aktorer/fritidsgarden-exemplet', gets: everyone },
  'GET /(site)/organisations/[slug]/commitments': {
    path: '/aktorer/fritidsgarden-exemplet/insatser',
    gets: everyone
  },
  'GET /(site)/organisations/new': { path: '/aktorer/ny', gets: openTo(...keepers) },
  'GET /(site)/collaborations': { path: '/samverkan', gets: everyone },
  'GET /(site)/collaborations/new': { path: '/samverkan/ny', gets: openTo('administrator') },
  'GET /(site)/collaborations/[slug]': { path: here, gets: everyone },
  'GET /(site)/collaborations/[slug]/parties': { path: `${here}/parter`, gets: everyone },
  'GET /(site)/collaborations/[slug]/commitments': { path: `${here}/insatser`, gets: everyone },
  'GET /(site)/collaborations/[slug]/commitments/[number]': [
    { path: ({ commitment }) => `${here}/insatser/${String(commitment['number'])}`, gets: everyone },
    {
      path: ({ forParties }) => `${here}/insatser/${String(forParties['number'])}`,
      gets: seenBy(...members)
    },
    {
      path: ({ proposed }) => `${here}/insatser/${String(proposed['number'])}`,
      gets: seenBy('reader', 'coordinator', 'administrator')
    },
    { path: `${here}/insatser/9999`, gets: nobody }
  ],
  'GET /(site)/collaborations/[slug]/commitments/new': {
    path: `${here}/insatser/ny`,
    gets: openTo('party', 'coordinator', 'administrator')
  },
  'GET /(site)/collaborations/[slug]/publications': {
    path: `${here}/rapporter`,
    gets: everyone
  },
  'GET /(site)/collaborations/[slug]/publications/new': {
    path: `${here}/rapporter/ny`,
    gets: openTo('coordinator', 'administrator')
  },
  'GET /(site)/collaborations/[slug]/rounds': {
    path: `${here}/omgangar`,
    gets: hiddenBut('coordinator', 'administrator')
  },
  'GET /(site)/collaborations/[slug]/rounds/new': {
    path: `${here}/omgangar/ny`,
    gets: hiddenBut('coordinator', 'administrator')
  },
  'GET /(site)/collaborations/[slug]/rounds/[round]': {
    path: ({ round }) => `${here}/omgangar/${String(round['slug'])}`,
    gets: hiddenBut('coordinator', 'administrator')
  },
  'GET /(site)/collaborations/[slug]/rounds/[round]/answers/[number]': {
    path: ({ round, submittedNumber }) =>
      `${here}/omgangar/${String(round['slug'])}/svar/${String(submittedNumber)}`,
    gets: hiddenBut('coordinator', 'administrator')
  },
  'GET /(site)/collaborations/[slug]/rounds/[round]/answers/[number]/type-in': {
    path: ({ round, waitingNumber }) =>
      `${here}/omgangar/${String(round['slug'])}/svar/${String(waitingNumber)}/skriv-in`,
    gets: hiddenBut('coordinator', 'administrator')
  },
  'GET /(site)/collaborations/[slug]/rounds/[round]/parties/[organisation]': {
    path: ({ round, club }) => `${here}/omgangar/${String(round['slug'])}/parter/${String(club['slug'])}`,
    gets: hiddenBut('coordinator', 'administrator')
  },
  'GET /(site)/collaborations/[slug]/rounds/[round]/export': {
    path: ({ round }) => `${here}/omgangar/${String(round['slug'])}/export`,
    gets: hiddenBut('coordinator', 'administrator')
  },
  'GET /(site)/collaborations/[slug]/rounds/[round]/live': {
    path: ({ round }) => `${here}/omgangar/${String(round['slug'])}/nu`,
    // Nothing is told live where the table is walked.
    gets: { ...hiddenBut(), coordinator: 204, administrator: 204 }
  },
  'GET /(site)/publications': { path: '/rapporter', gets: everyone },
  'GET /(site)/publications/[slug]': [
    { path: ({ published }) => `/rapporter/${String(published['slug'])}`, gets: everyone },
    // Nobody has decided it yet.
    { path: '/rapporter/utkast', gets: seenBy('reader', 'coordinator', 'administrator') }
  ],
  'GET /(site)/publications/[slug]/editions/[number]': {
    path: ({ published }) => `/rapporter/${String(published['slug'])}/utgava/1`,
    gets: everyone
  },
  'GET /(work)/my-page': {
    path: '/min-sida',
    gets: openTo(...roles.filter((role) => role !== 'visitor'))
  },
  'GET /(work)/settings': { path: '/installningar', gets: openTo('administrator') },
  'GET /(work)/settings/kinds': { path: '/installningar/slag', gets: openTo('administrator') },
  'GET /(work)/settings/kinds/new': { path: '/installningar/slag/ny', gets: openTo('administrator') },
  'GET /(work)/settings/kinds/[code]': {
    path: '/installningar/slag/citizen_promise',
    gets: openTo('administrator')
  },
  'GET /(work)/settings/outbox': [
    { path: '/installningar/utkorg', gets: openTo('administrator') },
    { path: '/installningar/utkorg?visa=fel', gets: openTo('administrator') },
    { path: ({ message }) => `/installningar/utkorg?mejl=${message.id}`, gets: openTo('administrator') }
  ],
  'GET /(work)/settings/people': { path: '/installningar/personer', gets: openTo('administrator') },
  'GET /(work)/settings/people/new': { path: '/installningar/personer/ny', gets: openTo('administrator') },
  'GET /(work)/settings/people/[id]': {
    path: ({ person }) => `/installningar/personer/${person.id}`,
    gets: openTo('administrator')
  }
}
