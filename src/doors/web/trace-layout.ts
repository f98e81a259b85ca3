/**
 * What stands in the drawing of a trace, and where: States as columns in the order in which the thing passed through them, its
 * known way as the upper rows, what was asked and answered as the lower ones, each in the order of time.
 *
 * What could go wrong: the same step told by two States. It is drawn once.
 */
import type { TraceView } from '../../acts/trace-view-output.ts';
import type { ChainLink } from '../../domain/trace/answer.ts';
import type { SaidKind } from '../../domain/trace/thread.ts';

/** A step or a message from one place to another; at one place alone where `to` is the same. */
export type Drawn = {
  readonly from: string;
  readonly to: string;
  readonly at: string;
} & (
  | { readonly of: 'step'; readonly event: ChainLink['event'] }
  | { readonly of: 'recovery' }
  | { readonly of: 'message'; readonly kind: SaidKind; readonly urgent: boolean; readonly machine: boolean }
);

export type Ways = {
  /** Countries in their order; an empty text stands for a partner without a country. */
  readonly places: readonly string[];
  readonly way: readonly Drawn[];
  readonly asking: readonly Drawn[];
  /** Rows that were left out. */
  readonly more: number;
};

/** Named limit: rows of a drawing; the newest are drawn. */
export const DRAWN_MAX = 40;

/** What there is to draw of a trace; `own` is the State whose register it is. */
export function waysOf(view: TraceView, own: string): Ways {
  const steps = [
    ...stepsOf(view.chain?.chain ?? [], own),
    ...view.requests.flatMap(({ answers, country = '', ours }) =>
      ours === 'requester'
        ? answers.flatMap(({ chain, exportedTo }) => [
            ...stepsOf(chain, country),
            ...(exportedTo && !chain.some(({ event }) => event === 'exported')
              ? [
                  {
                    of: 'step' as const,
                    event: 'exported' as const,
                    from: country,
                    to: exportedTo.country,
                    at: exportedTo.happened,
                  },
                ]
              : []),
          ])
        : [],
    ),
  ];
  const { recovery } = view;
  const recovered: Drawn[] = recovery
    ? [{ of: 'recovery', from: recovery.country, to: recovery.country, at: recovery.happened }]
    : [];
  const way = inTime([...unique(steps), ...recovered.filter(({ at }) => !hasRecovery(steps, at))]);
  const asking = inTime(view.requests.flatMap((request) => messagesOf(request, own)));
  const places = [...new Set([...way, ...asking].flatMap(({ from, to }) => [from, to]))];
  const room = Math.max(0, way.length + asking.length - DRAWN_MAX);
  const fromWay = Math.min(room, Math.max(0, way.length - DRAWN_MAX / 2));
  return { places, way: way.slice(fromWay), asking: asking.slice(room - fromWay), more: room };
}

const RECOVERIES: ReadonlySet<string> = new Set([
  'seized',
  'found',
  'surrendered',
  'recovered-in-operations',
]);
const hasRecovery = (steps: readonly Drawn[], at: string): boolean =>
  steps.some(
    (one) => one.of === 'step' && RECOVERIES.has(one.event) && one.at.slice(0, 10) === at.slice(0, 10),
  );

function stepsOf(chain: readonly ChainLink[], teller: string): readonly Drawn[] {
  return chain.map(({ event, happened, from, to }) => {
    const begins = from?.country ?? to?.country ?? teller;
    const place = event === 'imported' || event === 'received' ? (to?.country ?? teller) : begins;
    return {
      of: 'step' as const,
      event,
      at: happened,
      from: event === 'imported' && from?.country ? from.country : place,
      to: to?.country ?? place,
    };
  });
}

function unique(steps: readonly Drawn[]): readonly Drawn[] {
  const known = new Map(
    steps.map((one) => [`${one.of === 'step' ? one.event : ''} ${one.at} ${one.from} ${one.to}`, one]),
  );
  return [...known.values()];
}

function messagesOf(request: TraceView['requests'][number], own: string): readonly Drawn[] {
  const { ours, country = '', said, urgent } = request;
  return said.map(({ side, kind, sent, channel }) => {
    const isOurs = side === ours;
    return {
      of: 'message' as const,
      kind,
      urgent: urgent && kind === 'request',
      machine: channel === 'node',
      from: isOurs ? own : country,
      to: isOurs ? country : own,
      at: sent,
    };
  });
}

/** In the order of time; what has no time stands first, as it was told. */
function inTime(rows: readonly Drawn[]): readonly Drawn[] {
  return rows
    .map((row, place) => ({ row, place }))
    .sort((a, b) => (a.row.at < b.row.at ? -1 : a.row.at > b.row.at ? 1 : a.place - b.place))
    .map(({ row }) => row);
}
