import type { MantineColorsTuple } from "@mantine/core";

/** The one accent. Shades 6 and 7 carry white text at 4.5:1 or better; shade 4 reads on the dark body. */
export const accent: MantineColorsTuple = [
  "#f1f3ff",
  "#e2e6ff",
  "#c6cefd",
  "#b0bbfb",
  "#98a8f8",
  "#7486ea",
  "#4a5fd3",
  "#4053c4",
  "#36469f",
  "#2c397f",
];

export const red: MantineColorsTuple = [
  "#fff2f1",
  "#fde4e2",
  "#fac6c3",
  "#f79a92",
  "#ee7068",
  "#df4f47",
  "#c93a34",
  "#b8302b",
  "#962722",
  "#741f1b",
];

export const gray: MantineColorsTuple = [
  "#fafafa",
  "#f4f4f6",
  "#ebebee",
  "#e2e2e6",
  "#d2d2d8",
  "#a6a7af",
  "#6a6b73",
  "#4b4c53",
  "#313238",
  "#1b1c20",
];

/** Mantine reads 0 as text, 2 as dimmed, 4 as border, 6 as input and 7 as body. */
export const dark: MantineColorsTuple = [
  "#ededf0",
  "#c6c7cd",
  "#9a9ba3",
  "#63646c",
  "#34353b",
  "#292a2f",
  "#1f2024",
  "#16171a",
  "#111214",
  "#0c0d0e",
];
