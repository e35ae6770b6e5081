import type { Move } from './navigation.ts';

/** What a key pressed on a cell asks for. */
export type KeyCommand =
  | { readonly does: 'move'; readonly move: Move }
  | { readonly does: 'next'; readonly step: 1 | -1 }
  /** Types over what stands there; without `start` the present text is kept and selected. */
  | { readonly does: 'edit'; readonly start?: string }
  | { readonly does: 'clear' | 'open' | 'undo' | 'redo' | 'paste' };

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'lineStart', End: 'lineEnd',
};

/** The key of a keyboard event, as far as it matters here. */
type Key = Pick<KeyboardEvent, 'key' | 'keyCode' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Keys that the form does not know are left to the editor. */
export function commandOf(key: Key, isReadOnly: boolean): KeyCommand | undefined {
  if (key.altKey) {
    return undefined;
  }
  return key.ctrlKey || key.metaKey ? withControl(key) : alone(key, isReadOnly);
}

function withControl({ key, shiftKey }: Key): KeyCommand | undefined {
  switch (key.toLowerCase()) {
    case 'z': return { does: shiftKey ? 'redo' : 'undo' };
    case 'y': return { does: 'redo' };
    case 'home': return { does: 'move', move: 'first' };
    case 'end': return { does: 'move', move: 'last' };
    case 'v': return shiftKey ? undefined : { does: 'paste' };
    default: return undefined;
  }
}

function alone({ key, keyCode, shiftKey }: Key, isReadOnly: boolean): KeyCommand | undefined {
  const move = moves[key];
  if (move) {
    return { does: 'move', move };
  }
  switch (key) {
    case 'Tab': return { does: 'next', step: shiftKey ? -1 : 1 };
    case 'Enter': return { does: isReadOnly ? 'open' : 'edit' };
    case 'F2': return { does: 'edit' };
    case 'Delete': case 'Backspace': return { does: 'clear' };
    default:
  }
  // An input method has begun: what it composes goes into the cell.
  if (key === 'Process' || keyCode === 229) {
    return { does: 'edit', start: '' };
  }
  return /^[\d０-９+\-−.增减]$/u.test(key) ? { does: 'edit', start: key } : undefined;
}
