import type { Film, RuleItem, RuleLine, RuleSet, StickRule } from './rule-set.js';

const item = (code: string): RuleItem => ({ by: 'code', code });
const byCanvas = (codes: Record<string, string>): RuleItem => ({ by: 'canvas', codes });
const byMaterial = (pvc: string, textile: string): RuleItem => ({ by: 'material', codes: { pvc, textile } });
const line = (key: string, lineItem: RuleItem, basis: RuleLine['basis']): RuleLine => ({ key, item: lineItem, basis });
const forPvc = (of: RuleLine): RuleLine => ({ ...of, material: 'pvc' });

/** PVC shrinks by 7 % in both directions, by 9 % where that saves a seam. */
const PVC_SHRINK = { default: 0.93, min: 0.91 };
const PVC: Omit<Film, 'key' | 'rolls'> = {
  material: 'pvc',
  shrink: { along: PVC_SHRINK, across: PVC_SHRINK },
  // Our estimate: no maker writes how much further than 9 % a film gives over a sliver.
  tightest: 0.88,
  allowanceM: 0,
  onePiece: false,
  rotation: 'any',
};
const NO_SHRINK = { default: 1, min: 1 };

const sticks = (stickMm: number, minSpliceMm = 300): StickRule => ({
  stickMm,
  minSpliceMm,
  spliceable: true,
  kerfMm: 0,
});

/** The rule set of the trade every organization starts with. Lines are in the order an estimate shows them. */
export const ruleSetR1: RuleSet = {
  id: 'R1',
  version: 1,
  steps: { areaM2: '0.01', lengthM: '0.01' },
  corners: { straightBelowDeg: 0.5, free: 4 },
  curves: { maxChordM: 0.4, maxTurnDeg: 30, minChords: 4 },
  films: [
    { ...PVC, key: 'pvc-matte', rolls: ['3.2', '5.0'] },
    // The light runs along a glossy film, so that it lies along or across the walls.
    { ...PVC, key: 'pvc-gloss', rolls: ['3.2'], rotation: 'walls' },
    {
      key: 'textile',
      material: 'textile',
      shrink: { along: NO_SHRINK, across: NO_SHRINK },
      tightest: 1,
      allowanceM: 0.15,
      rolls: ['5.1'],
      onePiece: true,
      rotation: 'any',
    },
  ],
  sticks: {
    ordinary: sticks(2500),
    ceiling: sticks(2500),
    shadow: sticks(2000),
    floating: sticks(2000),
    gapless: sticks(2000),
    niche: sticks(2500),
  },
  stock: { screwsPerM: 10, dowelsPerM: 10, tapeExtraM: 0.5 },
  lines: [
    line(
      'canvas',
      byCanvas({
        'pvc-matte 3.2': 'CNV-M-C320',
        'pvc-matte 5.0': 'CNV-M-C500',
        'pvc-gloss 3.2': 'CNV-G-C320',
        'textile 5.1': 'CNV-FAB-510',
      }),
      'billed_area',
    ),
    forPvc(line('canvas-cutting', item('SRV-CUT'), 'billed_area')),
    forPvc(line('harpoon-welding', item('SRV-HRP'), 'billed_area')),
    line('profile', byMaterial('PRF-AL-W25', 'PRF-FAB-W'), 'profile_length'),
    forPvc(line('insert', item('INS-TL-W'), 'profile_length')),
    line(
      'canvas-mounting',
      byCanvas({
        'pvc-matte 3.2': 'WRK-PVC',
        'pvc-matte 5.0': 'WRK-PVC5',
        'pvc-gloss 3.2': 'WRK-PVC',
        'textile 5.1': 'WRK-FAB',
      }),
      'billed_area',
    ),
    line('profile-mounting', item('WRK-PRF'), 'profile_length'),
    forPvc(line('insert-mounting', item('WRK-INS'), 'profile_length')),
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
