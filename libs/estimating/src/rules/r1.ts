import { r1Lines } from './r1-lines.js';
import type { Film, RuleSet, StickRule } from './rule-set.js';

/** PVC shrinks by 7 % in both directions, by 9 % where that saves a seam. */
const PVC_SHRINK = { default: 0.93, min: 0.91 };
const PVC: Omit<Film, 'key' | 'title' | 'rolls'> = {
  material: 'pvc',
  shrink: { along: PVC_SHRINK, across: PVC_SHRINK },
  // Our estimate: no maker writes how much further than 9 % a film gives over a sliver.
  tightest: 0.88,
  allowanceM: 0,
  onePiece: false,
  rotation: 'any',
};
const NO_SHRINK = { default: 1, min: 1 };

const sticks = (code: string, stickMm: number): StickRule => ({
  code,
  stickMm,
  minSpliceMm: 300,
  spliceable: true,
  kerfMm: 0,
});

/**
 * The rule set of the trade every organization starts with, and changes as it likes. Lengths of sticks and norms are those
 * of makers and price lists (see docs/adr/0006); a power supply of 100 W feeds 5 m of strip, of 200 W 10 m, of 400 W 20 m.
 */
export const ruleSetR1: RuleSet = {
  schemaVersion: 1,
  id: 'R1',
  version: 1,
  title: 'Натяжные потолки',
  steps: { areaM2: '0.01', lengthM: '0.01' },
  corners: { straightBelowDeg: 0.5, free: 4 },
  curves: { maxChordM: 0.4, maxTurnDeg: 30, minChords: 4 },
  films: [
    { ...PVC, key: 'pvc-matte', title: 'ПВХ матовый', rolls: ['3.2', '5.0'] },
    // The light runs along a glossy film, so that it lies along or across the walls.
    { ...PVC, key: 'pvc-gloss', title: 'ПВХ глянцевый', rolls: ['3.2'], rotation: 'walls' },
    {
      key: 'textile',
      title: 'Тканевый',
      material: 'textile',
      shrink: { along: NO_SHRINK, across: NO_SHRINK },
      tightest: 1,
      allowanceM: 0.15,
      rolls: ['5.1'],
      onePiece: true,
      rotation: 'any',
    },
    { ...PVC, key: 'pvc-premium', title: 'ПВХ премиум', rolls: ['3.2', '5.0', '5.8'] },
    { ...PVC, key: 'pvc-bauf', title: 'ПВХ Bauf', rolls: ['3.2', '4.5'] },
  ],
  sticks: {
    // A textile is held by a profile of its own.
    ordinary: { ...sticks('PRF-AL-W25', 2500), material: 'pvc' },
    ceiling: sticks('PRF-AL-C25', 2500),
    shadow: sticks('PRF-EKR-W', 2000),
    floating: sticks('PRF-FLY02', 2000),
    gapless: sticks('PRF-KRB4', 2000),
    niche: sticks('PRF-AL-C25', 2500),
  },
  values: [
    { key: 'led_length', title: 'Светодиодная лента', formula: 'profile.floating + light_line_length' },
    {
      key: 'led_rest',
      title: 'Лента сверх полных 20 м',
      formula: 'led_length - 20 m * down(led_length / 20 m)',
    },
    {
      key: 'psu_100',
      title: 'Блоки питания 100 Вт',
      formula: 'if(led_rest > 0 and led_rest <= 5 m, 1, 0)',
    },
    {
      key: 'psu_200',
      title: 'Блоки питания 200 Вт',
      formula: 'if(led_rest > 5 m and led_rest <= 10 m, 1, 0)',
    },
    {
      key: 'psu_400',
      title: 'Блоки питания 400 Вт',
      formula: 'down(led_length / 20 m) + if(led_rest > 10 m, 1, 0)',
    },
    // A niche drawn on the plan and the side that ends at it are one and the same.
    { key: 'niche_length', title: 'Ниши для штор', formula: 'max(curtain_niche_length, profile.niche)' },
  ],
  bundles: [
    { key: 'spotlight', title: 'Светильник', count: 'spotlights' },
    { key: 'chandelier', title: 'Люстра', count: 'chandeliers' },
    { key: 'pipe', title: 'Труба', count: 'pipes' },
    { key: 'vent', title: 'Вентиляция', count: 'vents' },
    { key: 'sensor', title: 'Пожарный датчик', count: 'sensors' },
    { key: 'hatch', title: 'Ревизионный люк', count: 'hatches' },
  ],
  lines: r1Lines,
  coefficients: [],
};
