import type { RuleItem, RuleLine, RuleSet } from './rule-set.js';

const item = (code: string): RuleItem => ({ by: 'code', code });
const byRoll = (codes: Record<string, string>): RuleItem => ({ by: 'roll', codes });
const line = (key: string, lineItem: RuleItem, basis: RuleLine['basis']): RuleLine => ({ key, item: lineItem, basis });

/** The rule set of the trade every organization starts with. Lines are in the order an estimate shows them. */
export const ruleSetR1: RuleSet = {
  id: 'R1',
  version: 1,
  steps: { areaM2: '0.01', lengthM: '0.01' },
  corners: { straightBelowDeg: 0.5, free: 4 },
  shrink: { default: 0.93, min: 0.91 },
  rolls: ['3.2', '5.0'],
  prepaymentPercent: '50',
  lines: [
    line('canvas', byRoll({ '3.2': 'CNV-M-C320', '5.0': 'CNV-M-C500' }), 'billed_area'),
    line('canvas-cutting', item('SRV-CUT'), 'billed_area'),
    line('harpoon-welding', item('SRV-HRP'), 'billed_area'),
    line('profile', item('PRF-AL-W25'), 'billed_perimeter'),
    line('insert', item('INS-TL-W'), 'billed_perimeter'),
    line('canvas-mounting', byRoll({ '3.2': 'WRK-PVC', '5.0': 'WRK-PVC5' }), 'billed_area'),
    line('profile-mounting', item('WRK-PRF'), 'billed_perimeter'),
    line('insert-mounting', item('WRK-INS'), 'billed_perimeter'),
    line('spot-platform', item('KIT-SPOT90'), 'spotlights'),
    line('spot-fitting', item('LMP-GX53'), 'spotlights'),
    line('spot-lamp', item('LMP-GX53-L'), 'spotlights'),
    line('embedded-part-mounting', item('WRK-EMB'), 'points_of_light'),
    line('spot-mounting', item('WRK-LMP'), 'spotlights'),
    line('wiring', item('WRK-WIRE'), 'points_of_light'),
    line('chandelier-platform', item('KIT-CH-PLT'), 'chandeliers'),
    line('chandelier-mounting', item('WRK-CHN'), 'chandeliers'),
    line('extra-corners', item('WRK-ANG'), 'extra_corners'),
    line('curve-cutting', item('SRV-CURV'), 'arc_length'),
    line('curve-mounting', item('WRK-CURV'), 'arc_length'),
    line('seam', item('SRV-SEAM'), 'seam_length'),
  ],
};
