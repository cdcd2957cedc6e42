import type { ReactNode } from 'react';
import { DirectionProvider, MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { directionOf } from '#renderer/i18n/index.ts';
import './base.css';
import '../tokens.css';
import './fonts.css';
import './library-styles.ts';
import './theme.css';
import { cssVariablesResolver, theme } from './theme.ts';

const schemes = localStorageColorSchemeManager({ key: 'meridian-color-scheme' });

/** Theme, fonts, colour scheme and direction; the scheme follows the system until the person chooses. */
export const ThemeProvider = (props: { readonly language: string; readonly children: ReactNode }) => (
  <DirectionProvider initialDirection={directionOf(props.language)} detectDirection={false}>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      {props.children}
    </MantineProvider>
  </DirectionProvider>
);
