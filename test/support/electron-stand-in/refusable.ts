/** An event that listeners can refuse with `preventDefault`. */
export const refusable = <T extends object>(details?: T) => {
  const state = { refused: false };
  return {
    ...details,
    preventDefault: (): void => {
      state.refused = true;
    },
    refused: (): boolean => state.refused,
  };
};
