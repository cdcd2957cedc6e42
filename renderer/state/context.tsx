import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppState, ConnectionState } from './create-state.ts';

const State = createContext<AppState | null>(null);

export const StateProvider = State;

export const useEngine = (): AppState => {
  const state = useContext(State);
  if (state === null) throw new Error('A component used the engine outside StateProvider.');
  return state;
};

export const useConnection = (): ConnectionState => useStore(useEngine().store, (state) => state.connection);
