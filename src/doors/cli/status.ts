/** The command that tells how it goes: the lights of a home, for a person or for the program that watches it. */
import type { Office } from '../../acts/office.ts';
import type { Readiness } from '../web/operation.ts';
import type { Command } from './command.ts';

/** The command over the way to ask; a light that is red ends with 1. */
export function statusCommand(ask: (office: Office) => Promise<Readiness>): Command {
  return {
    name: 'status',
    usage: 'status',
    says: 'Tell whether the register can work, and the light of its last backup. Exits 1 where a light is red.',
    options: {},
    async run(context) {
      const told = await ask(await context.office());
      const lines = told.checks.map(({ name, light, says }) => `${light.padEnd(7)}${name.padEnd(10)}${says}`);
      const whole = told.ready ? 'The register can work.' : 'The register can NOT work.';
      return { json: told, text: [...lines, whole].join('\n'), exit: told.light === 'red' ? 1 : 0 };
    },
  };
}
