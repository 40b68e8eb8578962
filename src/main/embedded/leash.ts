import { isMainThread } from "node:worker_threads";

// Loaded before a child program: the desktop holds the other end of its standard input.
if (isMainThread) {
  const stop = () => process.kill(process.pid, "SIGTERM");
  process.stdin.once("end", stop).once("error", stop).resume();
  process.stdin.unref();
}
