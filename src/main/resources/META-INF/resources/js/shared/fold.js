const FEW = 5;

/** A list that would push all else off the screen: it is folded where it is long, until somebody opens or closes it himself. */
export class Fold {
  #details;
  #touched = false;

  /** @param {HTMLDetailsElement} details with the list in it */
  constructor(details) {
    this.#details = details;
    details.querySelector('summary').addEventListener('click', () => { this.#touched = true; });
  }

  /** @param {number} entries of the list @param {boolean} wanted whether it is to be seen however long it is, and whatever was chosen */
  fit(entries, wanted = false) {
    if (wanted || !this.#touched) {
      this.#details.open = wanted || entries <= FEW;
    }
  }
}
