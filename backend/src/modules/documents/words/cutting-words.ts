import type { CuttingWords } from '@smet/estimating';
import { THING_WORDS } from './trade-words.js';

const mm = (length: number): string => String(Math.round(length));

/** A length is computed in doubles: what is over by less than a micron is no millimetre more to roll off. */
const rolledOff = (length: number): string => String(Math.ceil(length - 0.001));

/** What is written on cutting sheets and in cutting files. */
export const CUTTING_WORDS: CuttingWords = {
  mirrored: 'Зеркально: лицом вверх',
  asSeen: 'Как на плане: изнанкой вверх',
  piece: (number, of) => `Полотно ${number} из ${of}`,
  strip: (number, of) => (of === 1 ? 'Без шва' : `Полоса ${number} из ${of}`),
  film: (rollMm, lengthMm) => `рулон ${mm(rollMm)} мм, отмотать ${rolledOff(lengthMm)} мм`,
  weld: (seam, toStrip) => `шов ${seam}, к полосе ${toStrip}`,
  seam: (number, lengthMm) => `шов ${number}: ${mm(lengthMm)} мм`,
  side: (label, cutMm, roomMm) => `${label} ${mm(cutMm)} (в комнате ${mm(roomMm)})`,
  assembled: 'Полотно в сборе',
  cutOnSite: 'вырезать на месте',
  things: THING_WORDS,
};
