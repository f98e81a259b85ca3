/** The drawing that stands for each class, and where marks usually stand on its arms: common reference, a lead only. */
import type { ClassDrawings } from './design.ts';

const RECEIVER = ['serial@receiver-left', 'maker@receiver-left', 'model@receiver-left'];

export const CLASS_DRAWINGS: ClassDrawings = {
  revolver: {
    design: 'sw-10',
    usual: [
      'serial@frame-bottom',
      'serial@frame-inside',
      'serial@frame-right',
      'maker@barrel-left',
      'calibre@barrel-right',
    ],
  },
  pistol: {
    design: 'p226',
    usual: [
      'serial@frame-left',
      'serial@frame-right',
      'serial@slide-right',
      'serial@barrel-right',
      'maker@slide-left',
      'model@slide-left',
    ],
  },
  rifle: { design: 'k98k', usual: ['serial@receiver-left', 'maker@receiver-top', 'serial@bolt-top'] },
  carbine: { design: 'sks', usual: [...RECEIVER, 'serial@stock-left'] },
  'sub-machine-gun': { design: 'uzi', usual: RECEIVER },
  'assault-rifle': { design: 'akm', usual: RECEIVER },
  'light-machine-gun': { design: 'pkm', usual: [...RECEIVER, 'serial@receiver-top'] },
  shotgun: { design: 'remington-870', usual: [...RECEIVER, 'maker@barrel-left', 'calibre@barrel-left'] },
  'muzzle-loader': { design: 'muzzle-loader', usual: ['maker@receiver-right', 'proof@barrel-left'] },
  'other-small-arm': { design: 'craft-made', usual: ['other@receiver-left', 'other@barrel-left'] },
  'heavy-machine-gun': { design: 'dshkm', usual: [...RECEIVER, 'serial@barrel-left'] },
  'grenade-launcher': { design: 'm79', usual: [...RECEIVER, 'serial@barrel-left'] },
  'anti-tank-gun': { design: 'ptrs', usual: [...RECEIVER, 'serial@barrel-left'] },
  'recoilless-rifle': { design: 'spg-9', usual: [...RECEIVER, 'serial@barrel-left'] },
  'anti-tank-launcher': { design: 'rpg-7', usual: RECEIVER },
  mortar: { design: 'mortar-60', usual: ['serial@barrel-left', 'maker@barrel-left', 'serial@frame-bottom'] },
  'anti-aircraft-gun': { design: 'zpu-1', usual: [...RECEIVER, 'serial@barrel-left'] },
  manpads: { design: 'manpads', usual: ['serial@receiver-left', 'serial@grip-left'] },
  'other-light-weapon': { design: 'rocket-tube', usual: ['serial@barrel-left', 'serial@receiver-left'] },
  'frame-or-receiver': { design: 'bare-frame', usual: ['serial@frame-left', 'serial@frame-right'] },
  'other-part': { design: 'loose-barrel', usual: ['serial@barrel-left', 'serial@bolt-left'] },
  'air-or-gas': {
    design: 'air-rifle',
    usual: ['maker@barrel-left', 'model@receiver-left', 'serial@receiver-left'],
  },
  'blank-firing': {
    design: 'blank-pistol',
    usual: ['maker@slide-left', 'serial@frame-left', 'proof@slide-right'],
  },
  unknown: {
    design: 'unknown-arm',
    usual: ['serial@receiver-left', 'serial@frame-right', 'serial@barrel-left'],
  },
};
