export { Config, deriveKey, keyId, type JobSettings, type RateLimits } from './config.js';
export { ConfigError, readConfig } from './read-config.js';
