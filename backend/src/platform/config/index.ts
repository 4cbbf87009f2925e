export { Config, deriveKey, keyId, type JobSettings, type RateLimits } from './config.js';
export { ConfigError, readConfig, readDatabaseUrl } from './read-config.js';
