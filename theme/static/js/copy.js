// Shows the copy buttons, which stand hidden in the page, and makes them work. The
// clipboard is given a promise, so that a browser which demands the click's own turn
// accepts text that has yet to be fetched.
const text = (button) =>
  button.dataset.copy
    ? Promise.resolve(button.dataset.copy)
    : fetch(button.dataset.copyFrom).then((answer) => {
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.text();
      });

const copy = (button, status) => {
  const blob = text(button).then((words) => new Blob([words], { type: "text/plain" }));
  navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]).then(
    () => (status.textContent = button.dataset.done),
    () => (status.textContent = button.dataset.failed),
  );
};

if (navigator.clipboard && window.ClipboardItem) {
  for (const line of document.querySelectorAll(".kit__copy")) {
    const [button, status] = line.children;
    button.addEventListener("click", () => copy(button, status));
    line.hidden = false;
  }
}
