"""What a website sends by itself: a plug-in of its content management system posts each publication."""
