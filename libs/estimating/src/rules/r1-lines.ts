import type { RuleItem, RuleLine } from './rule-set.js';

type More = Partial<Omit<RuleLine, 'key' | 'item' | 'quantity'>>;

const line = (key: string, item: RuleItem | string, quantity: string, more: More = {}): RuleLine => ({
  key,
  item: typeof item === 'string' ? { by: 'code', code: item } : item,
  quantity,
  ...more,
});
/** One of it for each of a thing. */
const each = (bundle: string, key: string, code: string, more: More = {}) => line(key, code, '1', { bundle, ...more });
/** Given out and not billed. */
const given = (key: string, code: string, quantity: string, more: Partial<RuleLine['stock']> & More = {}): RuleLine => {
  const { rounding, pack, bundle } = more;
  return {
    key,
    item: { by: 'code', code },
    quantity: null,
    ...(bundle !== undefined && { bundle }),
    stock: { quantity, ...(rounding && { rounding }), ...(pack !== undefined && { pack }) },
  };
};

/** Bought ready-made, but given out in parts. */
const IN_PARTS: More = { stock: { quantity: '0' } };
const WHOLE: More = { rounding: { mode: 'up', step: '1' } };

const CANVASES: RuleItem = {
  by: 'canvas',
  codes: {
    'pvc-matte 3.2': 'CNV-M-C320',
    'pvc-matte 5.0': 'CNV-M-C500',
    'pvc-gloss 3.2': 'CNV-G-C320',
    'textile 5.1': 'CNV-FAB-510',
    'pvc-premium 3.2': 'CNV-M-P320',
    'pvc-premium 5.0': 'CNV-M-P500',
    'pvc-premium 5.8': 'CNV-M-P580',
    'pvc-bauf 3.2': 'CNV-M-B320',
    'pvc-bauf 4.5': 'CNV-M-B450',
  },
};
const MOUNTING: RuleItem = {
  by: 'canvas',
  codes: {
    'pvc-matte 3.2': 'WRK-PVC',
    'pvc-matte 5.0': 'WRK-PVC5',
    'pvc-gloss 3.2': 'WRK-PVC',
    'textile 5.1': 'WRK-FAB',
    'pvc-premium 3.2': 'WRK-PVC',
    'pvc-premium 5.0': 'WRK-PVC5',
    'pvc-premium 5.8': 'WRK-PVC5',
    'pvc-bauf 3.2': 'WRK-PVC',
    'pvc-bauf 4.5': 'WRK-PVC5',
  },
};

const PROFILES: RuleItem = { by: 'material', codes: { pvc: 'PRF-AL-W25', textile: 'PRF-FAB-W' } };

const PVC: More = { when: 'material = "pvc"' };
const TAPED = 'profile.ordinary + profile.ceiling';

const canvas: RuleLine[] = [
  // Given out as metres of the roll.
  line('canvas', CANVASES, 'area', { stock: { quantity: 'film_area / roll' } }),
  line('canvas-cutting', 'SRV-CUT', 'area', PVC),
  line('harpoon-welding', 'SRV-HRP', 'area', PVC),
];

const profiles: RuleLine[] = [
  // Aluminium is given out by the cutting list, the textile's in whole sticks of its length.
  line('profile', PROFILES, 'profile.ordinary', { stock: { quantity: 'quantity', pack: '2' } }),
  line('ceiling-profile', 'PRF-AL-C25', 'profile.ceiling'),
  line('insert', 'INS-TL-W', TAPED, { ...PVC, stock: { quantity: 'quantity + 0.5 m' } }),
  line('shadow-profile', 'PRF-EKR-W', 'profile.shadow'),
  line('gapless-profile', 'PRF-KRB4', 'profile.gapless'),
  line('floating-profile', 'PRF-FLY02', 'profile.floating'),
  line('floating-diffuser', 'DIF-FLY', 'profile.floating * 1.05'),
  line('niche', 'NCH-OPEN', 'niche_length', IN_PARTS),
  line('light-line-profile', 'PRF-LL30', 'light_line_length', { stock: { quantity: 'quantity', pack: '2' } }),
  line('light-line-diffuser', 'DIF-30', 'light_line_length + 0.1 m * light_line_corners'),
  line('light-line-cap', 'CAP-LL', 'light_line_ends'),
  line('led-strip', 'LED-5', 'up(led_length / 5 m)'),
  line('power-supply-100', 'PSU-100', 'psu_100'),
  line('power-supply-200', 'PSU-200', 'psu_200'),
  line('power-supply-400', 'PSU-400', 'psu_400'),
  line('track', 'TRK-MAG', 'track_length'),
];

const mounting: RuleLine[] = [
  line('canvas-mounting', MOUNTING, 'area'),
  line('profile-mounting', 'WRK-PRF', 'profile.ordinary + profile.ceiling + profile.gapless'),
  line('insert-mounting', 'WRK-INS', TAPED, PVC),
  line('shadow-mounting', 'WRK-SHD', 'profile.shadow'),
  line('floating-mounting', 'WRK-FLT', 'profile.floating'),
  line('niche-mounting', 'WRK-NCH', 'niche_length'),
  line('light-line-mounting', 'WRK-LL', 'light_line_length'),
  line('light-line-corners', 'WRK-ANG-LL', 'light_line_corners'),
  line('light-line-ends', 'WRK-CAPLL', 'light_line_ends'),
  line('led-mounting', 'WRK-LED', 'led_length'),
  line('power-supply-mounting', 'WRK-PSU', 'psu_100 + psu_200 + psu_400'),
  line('track-mounting', 'WRK-TRK', 'track_length'),
  // From the first one on, unlike those of the ordinary profile.
  line('special-corners', 'WRK-ANG-SH', 'corners.shadow + corners.floating'),
  // Of the room the levels are in; their own walls are lines of the levels.
  line('level', 'WRK-LVL', 'level_length'),
];

const light: RuleLine[] = [
  each('spotlight', 'spot-platform', 'KIT-SPOT90', IN_PARTS),
  each('spotlight', 'spot-fitting', 'LMP-GX53'),
  each('spotlight', 'spot-lamp', 'LMP-GX53-L'),
  line('embedded-part-mounting', 'WRK-EMB', 'spotlights + chandeliers'),
  each('spotlight', 'spot-mounting', 'WRK-LMP'),
  line('wiring', 'WRK-WIRE', 'spotlights + chandeliers'),
  each('chandelier', 'chandelier-platform', 'KIT-CH-PLT', IN_PARTS),
  each('chandelier', 'chandelier-mounting', 'WRK-CHN'),
];

const edges: RuleLine[] = [
  line('extra-corners', 'WRK-ANG', 'max(0, extra_corners - corners.shadow - corners.floating)'),
  line('curve-cutting', 'SRV-CURV', 'arc_length'),
  line('curve-mounting', 'WRK-CURV', 'arc_length'),
  line('seam', 'SRV-SEAM', 'seam_length'),
  line('cutout-cutting', 'SRV-HOLE', 'cutout_length', PVC),
  line('column-mounting', 'WRK-COL', 'columns'),
];

const things: RuleLine[] = [
  each('pipe', 'pipe', 'PIPE-32'),
  each('pipe', 'pipe-mounting', 'WRK-PIPE'),
  each('vent', 'vent-platform', 'KIT-VENT', IN_PARTS),
  each('vent', 'vent-grille', 'GRL-100'),
  each('vent', 'vent-mounting', 'WRK-VENT'),
  each('sensor', 'sensor-platform', 'KIT-FIRE', IN_PARTS),
  each('sensor', 'sensor-mounting', 'WRK-FIRE'),
  each('hatch', 'hatch-mounting', 'WRK-HATCH'),
];

const walls: RuleLine[] = [
  line('porcelain', 'WRK-TILE', 'wall.porcelain'),
  line('tile', 'WRK-TILE-C', 'wall.tile'),
  line('drywall', 'WRK-GKL', 'wall.drywall'),
  line('height-3-to-4', 'WRK-H34', '1', { when: 'height > 3 m and height <= 4 m' }),
  line('height-above-4', 'WRK-H4', '1', { when: 'height > 4 m' }),
];

const stock: RuleLine[] = [
  // Each metre of profile is held by ten screws in ten dowels.
  given('screws', 'SCR-3551', 'round(profile_length, 0.01 m) * 10 / 1 m', WHOLE),
  given('dowels', 'DWL-651', 'round(profile_length, 0.01 m) * 10 / 1 m', WHOLE),
  given('harpoon', 'HRP-STD', 'harpoon_length * (1 - profile.gapless / perimeter)'),
  given('gapless-harpoon', 'HRP-KRAAB', 'harpoon_length * profile.gapless / perimeter'),
  given('spot-plate', 'PLT-U110', '1', { bundle: 'spotlight' }),
  given('chandelier-plate', 'PLT-CH', '1', { bundle: 'chandelier' }),
  given('vent-plate', 'PLT-U225', '1', { bundle: 'vent' }),
  given('sensor-plate', 'PLT-FIRE', '1', { bundle: 'sensor' }),
  given('rings-90', 'RNG-90', 'spotlights + chandeliers + sensors'),
  given('rings-160', 'RNG-160', 'vents'),
  given('hangers', 'HNG-09', '2 * (spotlights + chandeliers + vents) + 3 * sensors'),
  given('terminals', 'TRM-3', 'spotlights + 2 * (chandeliers + sensors)'),
  given('wire', 'WIRE-2X15', '1.5 m * (spotlights + chandeliers)'),
  given(
    'short-screws',
    'SCR-KLOP',
    '4 * spotlights + 8 * chandeliers + 6 * sensors + 8 * light_line_length / 1 m',
    WHOLE,
  ),
  // 2 ml for a ring, 20 ml in a bottle.
  given('ring-glue', 'GLUE-20', '(spotlights + chandeliers + sensors + vents) / 10', WHOLE),
  given('brackets', 'ANG-100', '2 * niche_length / 1 m + 4 * light_line_length / 1 m + 8 * hatches', WHOLE),
  given('timber', 'BAR-4050', 'niche_length + 3 m * hatches'),
  given('hatch-profile', 'PRF-AL-C25', '3 m', { bundle: 'hatch' }),
];

/** Every line of R1, in the order an estimate shows them. */
export const r1Lines: readonly RuleLine[] = [
  ...canvas,
  ...profiles,
  ...mounting,
  ...light,
  ...edges,
  ...things,
  ...walls,
  ...stock,
];
