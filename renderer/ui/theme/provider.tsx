import type { ReactNode } from 'react';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import './base.css';
import '../tokens.css';
import './fonts.css';
import '@mantine/core/styles.layer.css';
import './theme.css';
import { cssVariablesResolver, theme } from './theme.ts';

const schemes = localStorageColorSchemeManager({ key: 'meridian-color-scheme' });

/** Theme, fonts and colour scheme; follows the system until the person chooses. */
export const ThemeProvider = (props: { readonly children: ReactNode }) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariablesResolver}
    colorSchemeManager={schemes}
    defaultColorScheme="auto"
  >
    {props.children}
  </MantineProvider>
);
