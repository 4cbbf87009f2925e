// next-env.d.ts is generated and not committed; a clean checkout still has to type-check.
/// <reference types="next" />
