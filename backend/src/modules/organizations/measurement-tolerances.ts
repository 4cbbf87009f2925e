import type { MeasurementTolerances } from '@smet/estimating';

/** SQL of an organization's tolerances as one JSON object; `alias` is that of the table `organizations`. */
export const tolerancesOf = (alias: string): string =>
  `json_build_object('warnMm', ${alias}.measurement_warn_mm, 'warnPercent', ${alias}.measurement_warn_percent,
     'blockMm', ${alias}.measurement_block_mm, 'blockPercent', ${alias}.measurement_block_percent)`;

/** Fields of a warning that would come later than the refusal, with the greatest value that makes sense. */
export function warningsAboveBlock(tolerances: MeasurementTolerances): { name: string; max: number }[] {
  const { warnMm, warnPercent, blockMm, blockPercent } = tolerances;
  return [
    ...(warnMm > blockMm ? [{ name: 'warnMm', max: blockMm }] : []),
    ...(warnPercent > blockPercent ? [{ name: 'warnPercent', max: blockPercent }] : []),
  ];
}

export function sameTolerances(a: MeasurementTolerances, b: MeasurementTolerances): boolean {
  return (
    a.warnMm === b.warnMm &&
    a.warnPercent === b.warnPercent &&
    a.blockMm === b.blockMm &&
    a.blockPercent === b.blockPercent
  );
}
