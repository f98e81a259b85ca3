/** Pieces that many arms have, made of the kit: magazines, trigger guards, grooves, screws, wheels and sights. */
import { box, type Corner, line, type Part, ring, steel, tube } from './parts.ts';

export type MagazineShape = {
  /** The middle of its upper end. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly length: number;
  /** How far its upper end leans towards the muzzle. @unit degrees */
  readonly lean?: number;
  /** How far it bends further on its way down. @unit degrees */
  readonly bend?: number;
  /** How many ribs run down it. */
  readonly ribs?: number;
};

const STEPS = 6;

/** A magazine, straight or bent along an arc. */
export function magazine(shape: MagazineShape): readonly Part[] {
  const { width, ribs = 0 } = shape;
  const along = (share: number): Corner[] =>
    spine(shape).map((one, place) => beside(one, share * width, place));
  const ends = [...along(-0.5), ...along(0.5).reverse()];
  const drawn: Part[] = [{ look: 'steel', corners: ends }];
  for (let rib = 1; rib <= ribs; rib++)
    drawn.push({ look: 'line', corners: along(rib / (ribs + 1) - 0.5).slice(0, -1) });
  return drawn;
}

type Step = { readonly x: number; readonly y: number; readonly angle: number };

function spine({ x, y, length, lean = 0, bend = 0 }: MagazineShape): readonly Step[] {
  const steps: Step[] = [];
  let at = { x, y };
  const stride = length / STEPS;
  for (let step = 0; step <= STEPS; step++) {
    const angle = ((lean + (bend * step) / STEPS) * Math.PI) / 180;
    steps.push({ ...at, angle });
    at = { x: at.x - stride * Math.sin(angle), y: at.y + stride * Math.cos(angle) };
  }
  return steps;
}

function beside({ x, y, angle }: Step, away: number, place: number): Corner {
  const isEnd = place === 0 || place === STEPS;
  return { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle), round: isEnd ? 3 : 60 };
}

/** A trigger with its guard, the guard open to the frame above. */
export function triggerGuard(
  from: number,
  to: number,
  top: number,
  bottom: number,
  thick = 5,
): readonly Part[] {
  const deep = bottom - top;
  const bow = deep * 0.5;
  const pull = from + (to - from) * 0.58;
  return [
    tube(`${from},${top} ${from + 2},${bottom}/${bow} ${to - 4},${bottom}/${bow} ${to},${top}`, thick),
    tube(
      `${pull},${top} ${pull + 2},${top + deep * 0.45}/${deep * 0.3} ${pull - deep * 0.24},${top + deep * 0.82}`,
      thick * 0.9,
    ),
  ];
}

/** Grooves for the fingers, leaning by `slant`. */
export function grooves(
  from: number,
  to: number,
  top: number,
  bottom: number,
  count: number,
  slant = 0,
): readonly Part[] {
  return Array.from({ length: count }, (_, place) => {
    const x = from + ((to - from) * place) / (count - 1);
    return line(`${x + slant},${top} ${x},${bottom}`);
  });
}

/** Heads of screws and pins, each `x,y`. */
export function pins(radius: number, ...places: readonly (readonly [number, number])[]): readonly Part[] {
  return places.map(([x, y]) => ring('steel', x, y, radius));
}

/** Round holes in a row. */
export function holes(from: number, to: number, y: number, radius: number, count: number): readonly Part[] {
  return Array.from({ length: count }, (_, place) =>
    ring('hole', from + ((to - from) * place) / Math.max(1, count - 1), y, radius),
  );
}

/** Two legs under the barrel, of which the nearer is seen whole. */
export function bipod(x: number, y: number, foot: number, spread: number): readonly Part[] {
  const end = y + foot;
  return [
    tube(`${x},${y} ${x + spread * 0.55},${end}`, 8),
    tube(`${x},${y} ${x + spread},${end}`, 9),
    box('steel', x - 12, y - 10, x + 12, y + 10, 4),
    tube(`${x + spread - 12},${end} ${x + spread + 16},${end}`, 6),
  ];
}

/** A pistol's trigger, bent forward. */
export function trigger(x: number, top: number, length: number): Part {
  return tube(`${x},${top} ${x + 3},${top + length * 0.5}/${length * 0.4} ${x - 3},${top + length}`, 5);
}

/** A hammer with its spur, standing behind a slide or frame. */
export function hammer(x: number, y: number, size: number): Part {
  return steel(
    `${x - size * 0.7},${y + size} ${x - size * 0.5},${y + size * 0.1} ${x},${y - size * 0.2} ${x + size},${y - size * 0.1}/2 ${x + size},${y + size * 0.15}/2 ${x + size * 0.2},${y + size * 0.35}/4 ${x + size * 0.2},${y + size}`,
  );
}
