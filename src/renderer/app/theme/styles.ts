// In a layer of their own: whatever order the sheets load in, the parts' own rules stand above them.
import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@fontsource-variable/inter/wght.css";
import "./theme.css";
