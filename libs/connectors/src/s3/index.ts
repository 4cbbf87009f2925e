export { createS3Client, S3Failure, type S3Client, type S3Settings } from './client.js';
