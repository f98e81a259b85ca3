/**
 * What scripts add to the photograph beside a form: it is shown on a canvas, larger, smaller, turned and moved, by keyboard,
 * finger or mouse, and leaves the device only where a code is to be read from it. The reading goes into the form.
 */
const CLOSER = 1.4;
const SCALE_MAX = 24;
const STEP = 60;

/** Makes the viewer work. */
function view(card) {
  const frame = card.querySelector('.view');
  const canvas = card.querySelector('canvas');
  const file = card.querySelector('input[type=file]');
  const note = card.querySelector('[data-note]');
  const context = canvas.getContext('2d');
  let picture;
  let turned = 0;
  let at = { scale: 1, x: 0, y: 0 };

  /** How large the picture is drawn where all of it is seen. */
  function fit() {
    const [wide, high] = turned % 2 === 0 ? [picture.width, picture.height] : [picture.height, picture.width];
    return Math.min(canvas.width / wide, canvas.height / high);
  }

  function draw() {
    if (!picture) return;
    const ratio = devicePixelRatio || 1;
    const { clientWidth, clientHeight } = canvas;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const scale = fit() * at.scale;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.translate(width / 2 + at.x * ratio, height / 2 + at.y * ratio);
    context.rotate((turned * Math.PI) / 2);
    context.scale(scale, scale);
    context.imageSmoothingEnabled = scale < 4;
    context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  }

  function zoom(by, x = 0, y = 0) {
    const scale = Math.min(SCALE_MAX, Math.max(1, at.scale * by));
    const share = scale / at.scale;
    at =
      scale === 1 ? { scale, x: 0, y: 0 } : { scale, x: x - (x - at.x) * share, y: y - (y - at.y) * share };
    draw();
  }

  const move = (x, y) => {
    at = { ...at, x: at.x + x, y: at.y + y };
    draw();
  };
  const doing = {
    closer: () => zoom(CLOSER),
    further: () => zoom(1 / CLOSER),
    whole: () => zoom(0),
    turn: () => {
      turned = (turned + 1) % 4;
      zoom(0);
    },
  };
  const KEYS = {
    '+': doing.closer,
    '=': doing.closer,
    '-': doing.further,
    0: doing.whole,
    ArrowLeft: () => move(STEP, 0),
    ArrowRight: () => move(-STEP, 0),
    ArrowUp: () => move(0, STEP),
    ArrowDown: () => move(0, -STEP),
  };

  async function choose() {
    note.replaceChildren();
    const [chosen] = file.files;
    picture = undefined;
    frame.hidden = true;
    if (!chosen) return;
    try {
      picture = await createImageBitmap(chosen);
    } catch {
      note.textContent = note.dataset.unreadable;
      return;
    }
    turned = 0;
    at = { scale: 1, x: 0, y: 0 };
    frame.hidden = false;
    draw();
  }

  /** Sends the photograph to have its codes read, and puts what they say into the form. */
  async function readCode(event) {
    const { submitter } = event;
    if (!submitter?.dataset.readCode || !file.files[0]) return;
    event.preventDefault();
    note.textContent = submitter.dataset.readCode;
    const body = new FormData();
    body.append('photo', file.files[0]);
    const headers = { accept: 'application/json' };
    try {
      const answer = await fetch(submitter.formAction, { method: 'POST', body, headers, redirect: 'error' });
      const { html, reading } = await answer.json();
      note.innerHTML = html;
      if (reading) fill(reading);
    } catch {
      note.textContent = form.dataset.failed;
    }
  }

  function fill(reading) {
    const line = form.elements.reading;
    line.value = reading;
    line.dispatchEvent(new Event('change', { bubbles: true }));
    line.dispatchEvent(new Event('input', { bubbles: true }));
  }

  const { form } = file;
  file.addEventListener('change', () => void choose());
  form.addEventListener('submit', (event) => void readCode(event));
  for (const button of card.querySelectorAll('[data-do]'))
    button.addEventListener('click', () => doing[button.dataset.do]());
  canvas.addEventListener('keydown', (event) => {
    const does = KEYS[event.key];
    if (!does || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    does();
  });
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
      zoom(event.deltaY < 0 ? CLOSER : 1 / CLOSER, x, y);
    },
    { passive: false },
  );
  canvas.addEventListener('pointerdown', (event) => canvas.setPointerCapture(event.pointerId));
  canvas.addEventListener('pointermove', (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) move(event.movementX, event.movementY);
  });
  new ResizeObserver(draw).observe(canvas);
}

for (const card of document.querySelectorAll('[data-photo]')) view(card);
