/** A text as a file of the browser's downloads; in the desktop app the system asks where to. */
export const saveFile = (name: string, text: string, type: 'text/plain' | 'text/markdown' | 'text/csv'): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
