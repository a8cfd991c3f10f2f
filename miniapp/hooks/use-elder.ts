import { elderStore, switchElder } from '../services/elder';
import { useStore } from '../services/store';

/** Elder mode (长辈版): whether it is on, and the one switch. */
export function useElder(): { elder: boolean; switchElder: (on: boolean) => Promise<void> } {
  return { elder: useStore(elderStore).on, switchElder };
}
