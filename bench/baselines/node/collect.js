// The bench asks for a garbage collection before it reads the memory, as it does of the JVMs.
export function collectOnSignal() {
  process.on('SIGUSR2', () => {
    globalThis.gc?.();
    globalThis.gc?.();
  });
}
