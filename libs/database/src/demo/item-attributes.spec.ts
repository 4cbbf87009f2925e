import { expect, it } from '@jest/globals';
import { attributesOf } from './item-attributes.js';

it('reads the width of a roll, the length of a stick, colour and maker from the names of the price list', () => {
  expect(attributesOf('Полотно ПВХ MSD Classic матовое белое, рулон 320 см', 'Полотна')).toEqual({
    roll_width: 3200,
    colour: 'белый',
    maker: 'MSD',
  });
  expect(attributesOf('Профиль ПВХ стеновой 2,5 м', 'Профили')).toEqual({ stick_length: 2500 });
  expect(attributesOf('Профиль теневой EuroKRAAB стеновой, 2 м', 'Профили')).toEqual({
    stick_length: 2000,
    maker: 'EuroKRAAB',
  });
  expect(attributesOf('Профиль световой линии 30 мм, 2 м', 'Профили')).toEqual({ stick_length: 2000 });
  expect(attributesOf('Монтаж полотна, до 5 м', 'Работы')).toEqual({});
});
