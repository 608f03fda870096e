"""The panel Soạn từ văn bản: a plan's text on one side of the decision, its targets on the other."""
