import Xapian
