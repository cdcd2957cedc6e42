export const SearchPalette = (_props: { readonly opened: boolean; readonly onClose: () => void }) => null;
