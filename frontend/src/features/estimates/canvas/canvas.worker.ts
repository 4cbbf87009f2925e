import { priceCanvasAlternatives } from '@smet/estimating';
import type { SeamAnswer, SeamQuestion } from './types';

/** The part of a worker's global scope that is used; the compiler knows the window's only. */
interface WorkerScope {
  addEventListener: (type: 'message', listener: (event: MessageEvent<SeamQuestion>) => void) => void;
  postMessage: (message: SeamAnswer) => void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', ({ data: { draft, roomId, prices, ruleSet, tolerances } }) => {
  const pricing = {
    priceBook: new Map(prices.map((item) => [item.code, item])),
    ruleSet,
    tolerances,
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker answers only to the page that made it
  scope.postMessage(priceCanvasAlternatives(draft, roomId, pricing));
});
