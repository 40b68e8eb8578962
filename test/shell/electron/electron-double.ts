import { EventEmitter } from "node:events";

// A double of the Electron calls that the shell makes, with their names, order of arguments and return values as
// Electron 45 documents them. It records what the shell asked for.

class DoubleApp extends EventEmitter {
  readonly calls: string[] = [];
  readonly protocols: string[] = [];
  first = true;
  userData = "";
  quits = 0;
  #ready = Promise.withResolvers<void>();
  requestSingleInstanceLock = () => this.first;
  enableSandbox = () => void this.calls.push("enableSandbox");
  setAsDefaultProtocolClient = (scheme: string) => this.protocols.push(scheme) > 0;
  whenReady = async () => await this.#ready.promise;
  becomeReady = () => this.#ready.resolve();
  getPath = () => this.userData;
  quit = () => void this.quits++;
}
export const app = new DoubleApp();

class DoubleContents extends EventEmitter {
  url = "";
  readonly sent: unknown[][] = [];
  openHandler: (() => { action: string }) | null = null;
  setWindowOpenHandler = (handler: () => { action: string }) => void (this.openHandler = handler);
  getURL = () => this.url;
  send = (...message: unknown[]) => void this.sent.push(message);
}

interface WindowOptions {
  readonly webPreferences: Record<string, unknown>;
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  static getAllWindows = () => BrowserWindow.all;
  readonly webContents = new DoubleContents();
  readonly options: WindowOptions;
  focused = false;
  constructor(options: WindowOptions) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  loadURL = async (url: string) => {
    this.webContents.url = url;
    setImmediate(() => this.webContents.emit("did-finish-load"));
  };
  show = () => {};
  maximize = () => {};
  restore = () => {};
  focus = () => void (this.focused = true);
  isDestroyed = () => false;
  isMinimized = () => false;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 10, y: 20, width: 1300, height: 900 });
}

type Handler = (event: object, ...args: unknown[]) => Promise<unknown>;
export const ipcHandlers = new Map<string, Handler>();
export const ipcMain = { handle: (channel: string, handler: Handler) => void ipcHandlers.set(channel, handler) };

export const dialog = {
  shown: [] as { readonly title: string; readonly content: string }[],
  showErrorBox: (title: string, content: string) => void dialog.shown.push({ title, content }),
};

export const Menu = { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => {} };

export class Notification extends EventEmitter {
  static readonly shown: Notification[] = [];
  static isSupported = () => true;
  readonly options: { readonly title: string; readonly body: string };
  constructor(options: { title: string; body: string }) {
    super();
    this.options = options;
  }
  show = () => void Notification.shown.push(this);
}

export const schemes: { scheme: string; privileges: Record<string, boolean> }[] = [];
export const served = new Map<string, unknown>();
export const protocol = {
  registerSchemesAsPrivileged: (given: typeof schemes) => void schemes.push(...given),
  handle: (scheme: string, handler: unknown) => void served.set(scheme, handler),
};

export const safeStorage = {
  isAsyncEncryptionAvailable: async () => false,
  getSelectedStorageBackend: () => "basic_text",
};

export const decided = {
  permission: null as null | ((contents: unknown, permission: string, decide: (allowed: boolean) => void) => void),
  check: null as null | (() => boolean),
  device: null as null | (() => boolean),
  request: null as null | ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void),
};
export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: typeof decided.permission) => void (decided.permission = handler),
    setPermissionCheckHandler: (handler: typeof decided.check) => void (decided.check = handler),
    setDevicePermissionHandler: (handler: typeof decided.device) => void (decided.device = handler),
    webRequest: { onBeforeRequest: (handler: typeof decided.request) => void (decided.request = handler) },
  }),
};

export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
export const utilityProcess = { fork: () => new EventEmitter() };
