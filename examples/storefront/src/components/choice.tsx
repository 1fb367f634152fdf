type Props = {
  group: string
  title: string
  hint?: string
  isChosen: boolean
  isDisabled?: boolean
  choose: () => void
}

/** One of several, as large as a thumb; what it means is said where it is chosen. */
export const Choice = ({ group, title, hint, isChosen, isDisabled, choose }: Props) => (
  <label className="choice">
    <input
      type="radio"
      name={group}
      checked={isChosen}
      disabled={isDisabled}
      onChange={() => choose()}
    />
    <span>
      <strong>{title}</strong>
      {isChosen && hint && <small>{hint}</small>}
    </span>
  </label>
)
