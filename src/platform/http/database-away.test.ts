import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { answerProblem } from './problem-answer.ts'

const codes = [
  '57P01', // told to end
  '57P02', // another of its processes crashed
  '57P03', // starting up
  '53300', // no connection to spare
  '25006', // what was promoted is elsewhere, and this one only reads
  '28000', // its login may not log in
  '28P01', // nor with this password
  '3D000', // it is called otherwise
  '58030', // its disk does not answer
  '08006',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]
const messages = [
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
]

async function answerTo(error: Error) {
  const app = Fastify()
  app.setErrorHandler((thrown, request, reply) => answerProblem(thrown, request, reply))
  app.get('/', () => {
    throw error
  })
  return app.inject('/')
}

test.each([
  ...codes.map((code) => Object.assign(new Error('x'), { code })),
  ...messages.map((message) => new Error(message)),
])('a database that is away is told in words, and when to come again: %o', async (error) => {
  const { statusCode, headers, body } = await answerTo(error)
  expect(statusCode).toBe(503)
  expect(headers['retry-after']).toBe('1')
  expect(JSON.parse(body)).toMatchObject({
    code: 'unavailable',
    title: 'Splot na chwilę stracił bazę danych.',
    detail: expect.stringContaining('Spróbuj jeszcze raz'),
  })
})

test('a full disk says who can help, and promises nothing', async () => {
  const { statusCode, body } = await answerTo(Object.assign(new Error('x'), { code: '53100' }))
  expect(statusCode).toBe(507)
  expect(JSON.parse(body).detail).toMatch(/nie zapisaliśmy.*opiekuje się Splotem/)
})

test.each(['40001', '40P01'])(
  'who was in the way of others each time is told to come again: %s',
  async (code) => {
    const { statusCode, headers, body } = await answerTo(Object.assign(new Error('x'), { code }))
    expect(statusCode).toBe(503)
    expect(headers['retry-after']).toBe('1')
    expect(JSON.parse(body)).toMatchObject({
      code: 'crowded',
      detail: expect.stringContaining('Spróbuj jeszcze raz'),
    })
  },
)
