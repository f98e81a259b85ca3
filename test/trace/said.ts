/** What States say in tests: a whole request and a whole answer, to be changed in parts. */
import type { TraceAnswer } from '../../src/domain/trace/answer.ts';
import type { TraceRequest } from '../../src/domain/trace/request.ts';

/** A request that lacks nothing of ITI 17. */
export function requestFrom(country: string, more: object = {}): TraceRequest {
  const request = {
    reference: `${country}-77`,
    requester: { kind: 'state', name: `Police of ${country}`, country },
    ground: { codes: ['unlawful-where-found'], law: 'Arms Act, art. 12' },
    recovery: {
      ...{ kind: 'seized', happened: '2026-02-11', country, place: 'Harbour' },
      ...{ authority: 'Customs', circumstances: 'In a container of rice.' },
    },
    item: {
      ...{
        kind: 'arm',
        class: 'assault-rifle',
        maker: 'Zeta',
        model: 'Z7',
        calibre: '7.62x39',
        country: 'XA',
      },
      marks: [{ kind: 'serial', part: 'receiver', text: 'ZQ-0417', condition: 'legible' }],
    },
    photographs: [],
    use: { code: 'criminal-proceedings' },
    urgency: { level: 'routine' },
    limits: [],
    ...more,
  };
  return request as unknown as TraceRequest;
}

/** An answer that tells where the arm went. */
export function answerTo(more: object = {}): TraceAnswer {
  const answer = {
    ...{ reference: 'XA-9', kind: 'full', limits: [], withheld: [] },
    chain: [{ event: 'manufactured', happened: '2003', to: { kind: 'maker', country: 'XA', name: 'Zeta' } }],
    exportedTo: { country: 'XB', licence: 'EX-12', happened: '2004-05-06' },
    searched: [{ register: 'Register of makers', outcome: 'found' }],
    ...more,
  };
  return answer as unknown as TraceAnswer;
}
