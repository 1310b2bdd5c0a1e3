"""Văn bản, chương trình, kế hoạch: papers out and in, plans and who carries them out."""
