import { createTheme, type MantineColorsTuple } from '@mantine/core'

// The values of tokens.css; change them there and here together.
const woad: MantineColorsTuple = [
  '#EEF5F9',
  '#DAE9F1',
  '#B6D2E1',
  '#89B5CC',
  '#5E97B5',
  '#3E7FA0',
  '#28698B',
  '#1B5675',
  '#164761',
  '#0F3449',
]
const mallow: MantineColorsTuple = [
  '#FAF2F7',
  '#F2E0EC',
  '#DFB9D2',
  '#C88EB3',
  '#B06796',
  '#994A7D',
  '#833B6A',
  '#6D3058',
  '#562546',
  '#3D1A32',
]
const weld: MantineColorsTuple = [
  '#FDF6E7',
  '#F9EAC9',
  '#F0D291',
  '#E3B75A',
  '#CF9A2C',
  '#AF7C17',
  '#8C6111',
  '#6E4B0D',
  '#563A0A',
  '#3C2807',
]
const pine: MantineColorsTuple = [
  '#EFF6F1',
  '#DCECE1',
  '#B3D5BF',
  '#84B998',
  '#579B73',
  '#3D8259',
  '#2E6C47',
  '#245839',
  '#1B452C',
  '#12301E',
]
const madder: MantineColorsTuple = [
  '#FCF1EE',
  '#F8DFD8',
  '#EDBBAE',
  '#DF9180',
  '#CE6B55',
  '#B94F39',
  '#A13E2A',
  '#883222',
  '#6D271A',
  '#4F1B12',
]
// Linen to ink: 3 hairlines, 4 borders of controls (3:1), 5 placeholder (4.5:1), 6 second line of text.
const gray: MantineColorsTuple = [
  '#FAF9F7',
  '#F5F4F0',
  '#EFEDE7',
  '#DCDAD3',
  '#858F93',
  '#6A767C',
  '#55626A',
  '#3B474D',
  '#2B353A',
  '#1D2529',
]

/** Splot's dyes on linen for the Mantine parts that the kit is built on. */
export const theme = createTheme({
  colors: { woad, mallow, weld, pine, madder, gray, red: madder, green: pine, yellow: weld, blue: woad },
  primaryColor: 'woad',
  primaryShade: 7,
  white: '#FFFFFF',
  black: '#1D2529',
  autoContrast: true,
  fontFamily: '"Atkinson Hyperlegible Next Variable", "Segoe UI", system-ui, sans-serif',
  fontSizes: { xs: '13px', sm: '14px', md: '16px', lg: '18px', xl: '22px' },
  lineHeights: { xs: '1.385', sm: '1.43', md: '1.5', lg: '1.44', xl: '1.27' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '999px' },
  defaultRadius: 'md',
  shadows: {
    xs: '0 1px 2px rgba(29,37,41,.06)',
    md: '0 2px 4px rgba(29,37,41,.05), 0 8px 24px rgba(29,37,41,.10)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
})
