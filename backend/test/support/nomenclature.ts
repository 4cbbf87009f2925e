import { getRuleSet, requiredItemCodes } from '@smet/estimating';
import { newId } from '@smet/database';
import type pg from 'pg';
import type { TestOrganization } from '../builders.js';

/** Sale and purchase price in roubles of the items rule set R1 asks for, and of a few more. */
const PRICES: Readonly<Record<string, readonly [sale: number, purchase: number]>> = {
  'CNV-M-C320': [399, 170],
  'CNV-M-C500': [600, 240],
};
