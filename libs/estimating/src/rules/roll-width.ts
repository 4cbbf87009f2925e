import type { DecimalString } from '@smet/money';

/** Width of a roll in metres, as the rule set writes it: "3.2", "5.0". */
export type RollWidth = DecimalString;
