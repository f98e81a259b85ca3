/**
 * What scripts add to a field for a reading: a strip of cells above its line of text, filled place by place. Space marks a
 * place that cannot be read, / lets the next character join the one before, ~ marks it as worn, a full stop a part that is
 * lost; arrows, Home and End move, Backspace and Delete remove; each has a button too. The line of text is what is sent.
 */
const CHOICES_MAX = 8;
const LOST = { lost: true };
const UNKNOWN = { may: '' };

/** The places that a line of text tells, as the server reads it; what is no part of a reading is passed over. */
function placesOf(text) {
  const places = [];
  const signs = /\.{3,}|[…*＊]|\[([^\]]*)\]|[?_#？]|([\p{L}\p{N}])(~|\u0323)?/gu;
  for (const [sign, several, one, worn] of text.normalize('NFKC').toUpperCase().matchAll(signs)) {
    if (one) places.push({ may: plain(one), worn: worn !== undefined });
    else if (several !== undefined) {
      const may = joined(several.replace(/[^\p{L}\p{N}]/gu, ''));
      if (may !== '') places.push({ may, worn: false });
    } else places.push(/^[?_#]$/.test(sign) ? UNKNOWN : LOST);
  }
  return places;
}

/** Digits of the Arabic scripts as 0 to 9. */
const plain = (text) => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (one) => one.charCodeAt(0) & 15);
const joined = (text) => [...new Set(plain(text))].sort().slice(0, CHOICES_MAX).join('');

function written({ may, worn, lost }) {
  if (lost) return '…';
  if (may === '') return '?';
  return [...may].length > 1 ? `[${may}]` : `${may}${worn ? '~' : ''}`;
}

function kindOf({ may, worn, lost }) {
  if (lost) return 'lost';
  if (may === '') return 'unknown';
  return [...may].length > 1 ? 'either' : worn ? 'worn' : 'legible';
}

/** Makes the strip of a field work. */
function edit(field) {
  const group = field.querySelector('.reading-edit');
  const strip = group.querySelector('[data-cells]');
  const entry = group.querySelector('[data-entry]');
  const says = group.querySelector('[data-says]');
  const line = field.querySelector('input[name]');
  const words = group.dataset;
  let places = placesOf(line.value);
  let at = places.length;
  let joins = false;

  const wordOf = (place) => words[kindOf(place)] ?? '';
  const say = (place) => {
    if (!place) return says.dataset.start;
    return `${[...(place.may ?? '')].join(` ${words.or} `)} ${wordOf(place)}`.trim();
  };

  function cellOf(place, index) {
    const kind = kindOf(place);
    const cell = document.createElement('span');
    cell.className = `cell ${kind}${joins && index === at - 1 ? ' joins' : ''}`;
    cell.setAttribute('aria-hidden', 'true');
    const box = document.createElement('i');
    const shown = kind === 'lost' ? ['…'] : kind === 'unknown' ? ['?'] : [...place.may];
    for (const one of shown) box.append(Object.assign(document.createElement('b'), { textContent: one }));
    cell.append(box);
    if (kind !== 'legible')
      cell.append(Object.assign(document.createElement('small'), { textContent: wordOf(place) }));
    cell.addEventListener('click', () => {
      move(index + 1);
      entry.focus();
    });
    return cell;
  }

  function draw(text) {
    for (const old of [...strip.children]) if (old !== entry) old.remove();
    entry.before(...places.slice(0, at).map(cellOf));
    entry.after(...places.slice(at).map((place, index) => cellOf(place, at + index)));
    says.textContent = joins ? says.dataset.pending : (text ?? say(places[at - 1]));
  }

  /** Writes the line, so that whoever watches the form hears of it. */
  function write() {
    line.value = places.map(written).join('');
    line.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function move(to) {
    at = Math.max(0, Math.min(places.length, to));
    joins = false;
    draw();
  }

  function insert(place) {
    if (places.filter((one) => !one.lost).length >= Number(words.places)) return draw(says.dataset.full);
    places.splice(at, 0, place);
    at++;
    joins = false;
    write();
    draw();
  }

  function remove(index) {
    if (index < 0 || index >= places.length) return;
    places.splice(index, 1);
    at = Math.min(index, places.length);
    joins = false;
    write();
    draw();
  }

  function change(place) {
    places[at - 1] = place;
    joins = false;
    write();
    draw();
  }

  const doing = {
    unknown: () => insert(UNKNOWN),
    lost: () => {
      if (!places[at - 1]?.lost && !places[at]?.lost) insert(LOST);
    },
    either: () => {
      joins = Boolean(places[at - 1]?.may);
      draw();
    },
    worn: () => {
      const before = places[at - 1];
      if (before && kindOf(before) === 'worn') change({ may: before.may, worn: false });
      else if (before && kindOf(before) === 'legible') change({ may: before.may, worn: true });
    },
    left: () => move(at - 1),
    right: () => move(at + 1),
    home: () => move(0),
    end: () => move(places.length),
    remove: () => remove(at - 1),
    removeNext: () => remove(at),
  };
  const SIGNS = { ' ': 'unknown', '/': 'either', '~': 'worn', '.': 'lost' };
  const KEYS = {
    ArrowLeft: 'left',
    ArrowRight: 'right',
    Home: 'home',
    End: 'end',
    Backspace: 'remove',
    Delete: 'removeNext',
  };

  function take(text) {
    const one = text.length === 1 ? SIGNS[text] : undefined;
    if (one) return doing[one]();
    const before = places[at - 1];
    for (const place of placesOf(text)) {
      if (joins && before?.may && place.may) change({ may: joined(before.may + place.may), worn: false });
      else insert(place);
    }
  }

  entry.addEventListener('keydown', (event) => {
    const key = KEYS[event.key];
    if (!key || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    event.preventDefault();
    doing[key]();
  });
  entry.addEventListener('input', (event) => {
    if (event.isComposing) return;
    take(entry.value);
    entry.value = '';
  });
  entry.addEventListener('compositionend', () => {
    take(entry.value);
    entry.value = '';
  });
  for (const button of group.querySelectorAll('[data-do]'))
    button.addEventListener('click', () => {
      doing[button.dataset.do]();
      if (button.dataset.do === 'either') entry.focus();
    });
  /** Reads the line again: somebody typed into it, or a script of the page wrote it and says so by a change. */
  const reread = () => {
    places = placesOf(line.value);
    at = places.length;
    joins = false;
    draw();
  };
  line.addEventListener('input', (event) => {
    if (event.isTrusted) reread();
  });
  // What was typed was read already; read once more as the line is left, its cells would be drawn anew beneath a finger.
  line.addEventListener('change', (event) => {
    if (!event.isTrusted) reread();
  });
  strip.addEventListener('click', (event) => {
    if (event.target === strip) entry.focus();
  });
  group.hidden = false;
  draw(says.dataset.start);
}

for (const field of document.querySelectorAll('[data-reading]')) edit(field);
