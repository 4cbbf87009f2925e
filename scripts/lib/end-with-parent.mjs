// Preloaded into every child of `npm start`: when the parent is gone (even by kill -9) the IPC channel closes, and
// a child left alone would hold its port against the next start.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
// An open channel alone must not keep a process alive that has finished its work.
process.channel?.unref();
