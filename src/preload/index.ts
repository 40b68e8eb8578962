import { callChannel, eventChannel, type Bridge } from "#contract/bridge.ts";
import type { DesktopEvent } from "#contract/desktop.ts";
import { contextBridge, ipcRenderer } from "electron";

const bridge: Bridge = {
  call: async (name, input, given) => await ipcRenderer.invoke(callChannel, name, input, given),
  subscribe: (listener) => {
    // The event object of Electron stays here: it carries the sender.
    const heard = (_: unknown, event: DesktopEvent) => listener(event);
    ipcRenderer.on(eventChannel, heard);
    return () => void ipcRenderer.off(eventChannel, heard);
  },
};

contextBridge.exposeInMainWorld("orgdesk", bridge);
